/** A picture of given size to be painted pixel by pixel, kept and painted again while the size stays. */
export class PixelImage {
  readonly canvas = document.createElement('canvas');
  pixels = new Uint32Array(0);
  #data: ImageData | null = null;

  /** Makes room; what was painted is gone if the size changes. */
  resize(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height && this.#data) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.#data = new ImageData(width, height);
    this.pixels = new Uint32Array(this.#data.data.buffer);
  }

  /** Shows what was painted. */
  commit(): void {
    if (this.#data) this.canvas.getContext('2d')?.putImageData(this.#data, 0, 0);
  }
}

export { exportOnnx, type OnnxOptions } from './onnx/exportOnnx.ts';
export { exportTypeScript } from './typescript/exportTypeScript.ts';

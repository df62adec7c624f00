/** In a site that says so, has the browser keep the page's files for when there is no network. Where that is not possible, nothing is kept. */
export function keepOffline(): void {
  const version = document.querySelector<HTMLMetaElement>('meta[name="neumann-offline"]')?.content;
  if (version === undefined || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register(`./service-worker.js?v=${version}`).catch(() => {});
}

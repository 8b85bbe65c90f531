// Tells the page around the frame how high this one is, and how far down a link of this page leads.
// docs/theme.md gives what that page may answer with.
(() => {
  if (window.parent === window) return;
  const tell = (message) => window.parent.postMessage({ canevas: 1, ...message }, "*");
  const height = () => tell({ height: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(height).observe(document.body);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) tell({ top: Math.round(target.getBoundingClientRect().top + window.scrollY) });
  });
})();

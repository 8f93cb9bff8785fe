// The server's page can be pressed before the application is awake. What is pressed until then is kept, and pressed
// again when `kaAwake` is called; Angular's own event replay would weigh more than the rest of hydration.
(() => {
  const kept = [];
  const keep = (event) => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(button);
  };
  addEventListener('click', keep, true);
  window.kaAwake = () => {
    removeEventListener('click', keep, true);
    for (const button of kept.splice(0)) if (button.isConnected) button.click();
  };
})();

// The server's page can be used before the application is awake. What is pressed or typed until then is kept, and done
// again when `kaAwake` is called; Angular's own event replay would weigh more than the rest of hydration.
(() => {
  const pressed = [];
  const typed = new Map();
  const press = (event) => {
    const button = event.target instanceof Element && event.target.closest('button');
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed.push(button);
  };
  // A chosen file stays in its field; nobody but its owner may write there.
  const type = ({ target }) => typed.set(target, target.type === 'file' ? null : target.value);
  addEventListener('click', press, true);
  addEventListener('input', type, true);
  window.kaAwake = () => {
    delete window.kaAwake;
    removeEventListener('click', press, true);
    removeEventListener('input', type, true);
    for (const [field, value] of typed) {
      if (!field.isConnected) continue;
      if (value !== null) field.value = value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
    for (const button of pressed) if (button.isConnected) button.click();
  };
})();

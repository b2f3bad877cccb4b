(function (d) {
  function each(selector, act) {
    d.querySelectorAll(selector).forEach(act);
  }
  d.addEventListener('submit', function (event) {
    var form = event.target;
    each('[data-offline]', function (hint) {
      hint.hidden = navigator.onLine;
    });
    if (form.dataset.sent || !navigator.onLine) return event.preventDefault();
    form.dataset.sent = '1';
  });
  addEventListener('pageshow', function (event) {
    if (event.persisted)
      each('form', function (form) {
        delete form.dataset.sent;
      });
  });
  each('[data-copy]', function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      void navigator.clipboard.writeText(button.dataset.copy).then(function () {
        var label = button.firstElementChild;
        var before = label.textContent;
        label.textContent = button.dataset.done;
        setTimeout(function () {
          label.textContent = before;
        }, 2500);
      });
    });
  });
  each('[data-print]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      print();
    });
  });
  each('[data-focus]', function (summary) {
    summary.focus();
  });
  each('[data-refresh]', function (waiting) {
    setTimeout(function () {
      location.reload();
    }, waiting.dataset.refresh * 1000);
  });
})(document);

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
  each('[data-total]:not([data-elsewhere])', function (status) {
    var said = status.dataset;
    status.closest('form').addEventListener('change', function () {
      var count = 0;
      var cents = 0;
      each('[data-cents]:checked', function (box) {
        count++;
        cents += +box.dataset.cents;
      });
      var money = (cents / 100).toLocaleString(d.documentElement.lang, { style: 'currency', currency: said.total });
      status.textContent = count ? said.said.replace('%n', count).replace('%t', money) : said.none;
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

'use strict';
(() => {
  const ids = Array.from(document.querySelectorAll('#subjects ol>li'), li => li.textContent);
  const numbers = text => text.split(', ').flatMap(part => {
    const [from, to] = part.split('–').map(Number);
    return Array.from({length: (to || from) - from + 1}, (_, i) => from + i);
  });
  const open = () => {
    const shown = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!shown || !shown.parentElement.classList.contains('x')) {
      return;
    }
    for (const link of shown.querySelectorAll('a.s')) {
      const list = document.querySelector(link.getAttribute('href') + ' .r');
      link.replaceWith(numbers(list.textContent).map(n => ids[n - 1]).join(', '));
    }
    shown.focus({preventScroll: true});
  };
  addEventListener('hashchange', open);
  addEventListener('keydown', event => {
    const shown = document.querySelector('.x>:target');
    if (event.key === 'Escape' && shown) {
      const back = shown.querySelector('a[href^="#c"]');
      const place = back ? document.querySelector(back.getAttribute('href')) : null;
      history.back();
      if (place) {
        setTimeout(() => place.focus(), 60);
      }
    }
  });
  open();

  const form = document.getElementById('search');
  const input = form.querySelector('input');
  const said = form.querySelector('output');
  const sections = Array.from(document.querySelectorAll('.d'));
  let rows = null;
  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows = rows || sections.map(s => Array.from(s.querySelectorAll('tbody tr'), r => [r, r.textContent.toLowerCase()]));
    let found = 0;
    sections.forEach((section, i) => {
      const title = section.querySelector('h2').textContent.toLowerCase();
      const all = words.every(w => title.includes(w));
      let some = all;
      for (const [row, text] of rows[i]) {
        const is = all || words.every(w => text.includes(w) || title.includes(w));
        row.hidden = !is;
        some = some || is;
      }
      section.hidden = !some;
      document.querySelector('nav a[href="#' + section.id + '"]').parentElement.hidden = !some;
      found += some ? 1 : 0;
    });
    said.textContent = words.length ? found + ' of ' + sections.length + ' displays' : '';
  };
  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    search();
  });
  form.hidden = false;
})();

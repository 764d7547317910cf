'use strict';
(() => {
  const ids = Array.from(document.querySelectorAll('#subjects ol>li'), li => li.textContent);
  const numbers = text => text.split(' ').flatMap(part => {
    const [from, to] = part.split('–').map(Number);
    return Array.from({length: (to || from) - from + 1}, (_, i) => from + i);
  });
  const plain = text => {
    try {
      return decodeURIComponent(text);
    } catch (e) {
      return text;
    }
  };
  const explanation = () => document.querySelector('.x section>:target');

  const way = shown => shown.querySelector('a[href^="#c"]');

  // An address may end with the key of a number, which another run of the study keeps.
  const byKey = () => {
    const hash = location.hash.slice(1);
    if (hash && !document.getElementById(hash)) {
      const keys = [hash, plain(hash)];
      const named = Array.from(document.querySelectorAll('.k')).find(k => keys.includes(k.textContent.trim()));
      if (named) {
        location.replace('#' + named.closest('div').id);
      }
    }
  };
  const open = () => {
    byKey();
    const shown = explanation();
    if (!shown) {
      return;
    }
    for (const link of shown.querySelectorAll('a.s')) {
      const list = document.querySelector(link.getAttribute('href') + ' .r');
      link.replaceWith(numbers(list.textContent.trim()).map(n => ids[n - 1]).join(', '));
    }
    const key = shown.querySelector('.k');
    if (key && !key.firstElementChild) {
      const link = document.createElement('a');
      link.href = '#' + key.textContent.trim();
      link.textContent = key.textContent.trim();
      key.replaceChildren(link);
    }
    shown.tabIndex = -1;
    shown.setAttribute('role', 'dialog');
    shown.setAttribute('aria-label', 'Explanation: ' + shown.parentElement.querySelector('h3').textContent + ', '
      + shown.querySelector('p').firstChild.textContent);
    shown.focus({preventScroll: true});
    const place = document.querySelector(way(shown) ? way(shown).getAttribute('href') : '#main');
    const seen = place.getBoundingClientRect();
    if (seen.bottom < 0 || seen.top > innerHeight) {
      place.scrollIntoView({block: 'center', inline: 'nearest'});
    }
  };
  // Closes an explanation where it was opened: its number has the focus again, and the page stays where it is.
  const close = back => {
    const place = back ? document.querySelector(back.getAttribute('href')) : null;
    const top = place ? place.getBoundingClientRect().top : 0;
    location.replace(back ? back.getAttribute('href') : '#subjects');
    if (place) {
      scrollBy({top: place.getBoundingClientRect().top - top, behavior: 'instant'});
      place.focus({preventScroll: true});
      place.scrollIntoView({block: 'nearest', inline: 'nearest'});
    }
  };
  addEventListener('hashchange', open);
  addEventListener('keydown', event => {
    const shown = explanation();
    if (event.key === 'Escape' && shown) {
      close(way(shown));
    }
  });
  addEventListener('click', event => {
    const shown = explanation();
    if (shown && event.target === way(shown)) {
      event.preventDefault();
      close(way(shown));
    }
  });
  open();

  const form = document.getElementById('search');
  const input = form.querySelector('input');
  const said = form.querySelector('output');
  const sections = Array.from(document.querySelectorAll('.d'));
  // How far in a row stands; one that begins with an empty cell belongs to the row above it.
  const level = row => {
    const first = row.cells[0];
    const indent = /^i([1-5])$/.exec(first.className);
    return first.tagName === 'TH' ? Number(indent ? indent[1] : 0) : first.textContent ? 0 : 9;
  };
  const read = section => ({
    words: Array.from(section.querySelectorAll('h2,:scope>p'), e => e.textContent).join(' ').toLowerCase(),
    rows: Array.from(section.querySelectorAll('tbody tr'), r => ({row: r, level: level(r), text: r.textContent.toLowerCase()})),
  });
  let texts = null;
  // A row is shown that has all words, with the labels above it and the rows below them.
  const rowsOf = (text, words) => {
    const above = [];
    let found = false;
    for (const line of text.rows) {
      while (above.length && above[above.length - 1].level >= line.level) {
        above.pop();
      }
      const is = words.every(w => line.text.includes(w) || text.words.includes(w));
      line.is = is || above.some(a => a.is);
      line.row.hidden = !line.is;
      if (is) {
        above.forEach(a => { a.row.hidden = false; });
        found = true;
      }
      above.push(line);
    }
    return found;
  };
  const search = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    texts = texts || sections.map(read);
    let found = 0;
    sections.forEach((section, i) => {
      const rows = rowsOf(texts[i], words);
      section.hidden = !rows && !words.every(w => texts[i].words.includes(w));
      document.querySelector('nav a[href="#' + section.id + '"]').parentElement.hidden = section.hidden;
      found += section.hidden ? 0 : 1;
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

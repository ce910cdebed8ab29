// Keeps an open page true: asks for it again and changes what has changed. Without it, the page is
// loaded again as a whole; nothing else needs it.
'use strict';
(() => {
  const news = document.getElementById('news');
  const away = document.getElementById('away');
  let lost = null;

  const main = () => document.getElementById('main');
  const pause = () => 1000 * Number(main().dataset.live || 0);

  // Changes a tree into another where it stands, so that focus, scroll position, what was typed and
  // what was opened stay.
  function morph(old, fresh) {
    if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName || old.id !== fresh.id) {
      old.replaceWith(document.adoptNode(fresh));
    } else if (old.nodeType === Node.ELEMENT_NODE) {
      if (!old.isEqualNode(fresh)) {
        attributes(old, fresh);
        children(old, fresh);
      }
    } else if (old.nodeValue !== fresh.nodeValue) {
      old.nodeValue = fresh.nodeValue;
    }
  }

  // What a person chose is theirs: values, checks, and whether something is open.
  const theirs = (element, name) => name === 'open' || (name === 'value' && element.matches('input'));

  function attributes(old, fresh) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !theirs(old, name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value && !theirs(old, name)) old.setAttribute(name, value);
    }
  }

  function children(old, fresh) {
    const before = [...old.childNodes];
    const after = [...fresh.childNodes];
    before.slice(after.length).forEach((node) => node.remove());
    after.forEach((node, i) => (i < before.length ? morph(before[i], node) : old.append(node)));
  }

  function show(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.getElementById('main');
    if (!fresh) return;
    const said = fresh.dataset.news;
    if (said && said !== main().dataset.news) news.textContent = said;
    document.title = page.title;
    morph(main(), fresh);
  }

  function missed(why) {
    lost = lost || new Date();
    away.textContent = `${why} since ${lost.toLocaleTimeString()}. Trying again; what is shown may be old.`;
  }

  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
      if (answer.type === 'opaqueredirect' || answer.status === 401) return location.reload();
      if (answer.status >= 500) {
        missed('Safe Update cannot tell more');
      } else {
        show(await answer.text());
        lost = null;
        away.textContent = '';
      }
    } catch (unreachable) {
      missed('Safe Update is not reached');
    }
    return later();
  }

  let timer = 0;
  function later() {
    clearTimeout(timer);
    if (pause() > 0 && !document.hidden) timer = setTimeout(look, pause());
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && pause() > 0) look();
  });
  // A form that was sent is not sent again by another click.
  document.addEventListener('submit', (event) => {
    if (event.target.method !== 'post') return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('[data-sent]').forEach((form) => delete form.dataset.sent);
  });
  later();
})();

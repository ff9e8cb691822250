/* A newspaper as a single-page application: the address changes without a load, and the text arrives late. */
const app = document.getElementById('app');
const story = JSON.parse(document.getElementById('story').textContent);
const delay = Number(new URLSearchParams(location.search).get('delay') ?? 600);
let visit = 0;

function show() {
  const mine = ++visit;
  if (location.pathname.endsWith(story.path)) {
    app.innerHTML = '<div class="report"><p class="standfirst">…</p></div>';
    document.title = story.title;
    setTimeout(() => {
      if (mine === visit) app.innerHTML = story.html;
    }, delay);
  } else {
    document.title = story.siteName;
    app.innerHTML = story.list;
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-to]');
  if (!link) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href') + location.search);
  show();
});
addEventListener('popstate', show);
show();

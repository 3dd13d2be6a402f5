// Before the first paint: with scripts the page is a player, without them a numbered page.
document.documentElement.classList.add('player');

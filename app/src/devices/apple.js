// An iPhone or an iPad, which says that it is a Macintosh: those have no touch screens.
function onApple() {
  const touched = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return touched || /iPhone|iPad/.test(navigator.userAgent);
}


// What a person cannot see or press, as a list of sentences; empty when all is well.
() => {
  const found = [], W = innerWidth, H = innerHeight;
  const label = (e) => (e.className && typeof e.className === "string" ? "." + e.className.trim().split(/\s+/).join(".") : e.tagName.toLowerCase());
  const shown = (e) => {
    for (let at = e; at; at = at.parentElement) {
      const s = getComputedStyle(at);
      if (s.display === "none" || s.visibility === "hidden" || +s.opacity < 0.05) return false;
      if (at.classList && at.classList.contains("hidden")) return false;
      if (at.parentElement && at.parentElement.matches("details:not([open])") && at.tagName !== "SUMMARY") return false;
      if (at.getAttribute && at.getAttribute("data-elsewhere") !== null) return false;
    }
    return true;
  };
  const scrolls = (e, axis) => /auto|scroll/.test(getComputedStyle(e)[axis]);
  const canScrollTo = (e) => {
    for (let at = e.parentElement; at; at = at.parentElement)
      if ((scrolls(at, "overflowY") && at.scrollHeight > at.clientHeight) || (scrolls(at, "overflowX") && at.scrollWidth > at.clientWidth)) return true;
    const page = document.scrollingElement;
    return page.scrollHeight > H + 1 && getComputedStyle(document.body).overflowY !== "hidden";
  };
  // 1. every button takes the tap that is meant for it
  for (const b of document.querySelectorAll("button, a[href], input, select, textarea, [role=button], [role=tab]")) {
    if (!shown(b)) continue;
    const r = b.getBoundingClientRect();
    if (r.width < 2 || r.height < 2) continue;
    if ((r.bottom > H + 1 || r.right > W + 1 || r.top < -1 || r.left < -1)) {
      if (canScrollTo(b)) continue;
      found.push(`outside: ${label(b)} "${b.textContent.trim().slice(0, 20)}" ${Math.round(r.left)},${Math.round(r.top)} ${Math.round(r.width)}x${Math.round(r.height)}`);
      continue;
    }
    if (canScrollTo(b)) b.scrollIntoView({ block: "center", inline: "nearest" });
    const there = b.getBoundingClientRect();
    for (const [dx, dy] of [[0.5, 0.5], [0.1, 0.15], [0.9, 0.85]]) {
      const x = there.left + there.width * dx, y = there.top + there.height * dy;
      const hit = document.elementFromPoint(x, y);
      const lies = hit && (b === hit || (hit.closest("label") || {}).control === b || b.contains(hit) || hit.contains(b) && !hit.closest("button, a[href]") && hit.classList.contains("whole") === false && hit === b.parentElement);
      if (!lies && !(b.classList.contains("whole"))) {
        found.push(`covered: ${label(b)} "${b.textContent.trim().slice(0, 20)}" by ${hit ? label(hit) : "nothing"} at ${dx},${dy}`);
        break;
      }
    }
  }
  // and every picture, a code to scan above all, is whole
  for (const img of document.querySelectorAll("img")) {
    const r = img.getBoundingClientRect();
    if (!shown(img) || r.width < 2 || canScrollTo(img)) continue;
    for (const [dx, dy] of [[0.1, 0.1], [0.9, 0.1], [0.5, 0.5], [0.1, 0.9], [0.9, 0.9]]) {
      const hit = document.elementFromPoint(r.left + r.width * dx, r.top + r.height * dy);
      if (hit !== img && !(hit && hit.contains(img) && hit.closest("button, a[href]"))) {
        found.push(`covered: picture "${img.alt}" by ${hit ? label(hit) : "nothing"} at ${dx},${dy}`);
        break;
      }
    }
  }
  // and every drawing is painted: a shape whose colour was forgotten is a black blot
  for (const shape of document.querySelectorAll("svg circle, svg rect, svg path")) {
    const { width, height } = shape.getBoundingClientRect();
    if (Math.min(width, height) > 16 && getComputedStyle(shape).fill === "rgb(0, 0, 0)" && shown(shape)) found.push(`black: a ${shape.tagName} in ${label(shape.parentElement.parentElement)}`);
  }
  for (const e of [document.scrollingElement, ...document.querySelectorAll("*")]) if (e.scrollTop) e.scrollTop = 0;
  // 2. every word is whole and stands alone
  const boxes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const e = node.parentElement;
    if (!node.nodeValue.trim() || !e || !shown(e) || /SCRIPT|STYLE|OPTION|TEXTAREA/.test(e.tagName) || e.closest("svg, [data-moving]")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      // The ink of a line: hanzi nearly fill their em, figures and capitals stand from the baseline to 0.73 em.
      const hanzi = /[\u2e80-\uffef]/.test(node.nodeValue);
      const [above, below] = [hanzi ? 0.2 : 0.3, /[gjpqy]/.test(node.nodeValue) ? 0.07 : hanzi ? 0.13 : 0.2];
      const ink = { left: r.left + 1, right: r.right - 1, top: r.top + r.height * above, bottom: r.bottom - r.height * below };
      let reachable = false;
      for (let at = e; at && at !== document.documentElement; at = at.parentElement) {
        const s = getComputedStyle(at);
        if (s.overflowX === "visible" && s.overflowY === "visible") continue;
        if ((scrolls(at, "overflowY") || scrolls(at, "overflowX"))) { reachable = true; break; }
        if (s.textOverflow === "ellipsis" && at.title) { reachable = true; break; } // says so, and says the rest on demand
        const c = at.getBoundingClientRect();
        if (ink.right > c.right + 2 || ink.left < c.left - 2 || ink.bottom > c.bottom + 2 || ink.top < c.top - 2) {
          found.push(`cut: "${node.nodeValue.trim().slice(0, 24)}" in ${label(e)} by ${label(at)}`);
          reachable = true;
          break;
        }
      }
      if (!reachable && (ink.right > W + 2 || ink.left < -2 || ink.bottom > H + 2 || ink.top < -2) && !canScrollTo(e))
        found.push(`off the screen: "${node.nodeValue.trim().slice(0, 24)}" in ${label(e)}`);
      for (let at = e; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowX === "visible") continue;
        const c = at.getBoundingClientRect();
        ink.left = Math.max(ink.left, c.left); ink.right = Math.min(ink.right, c.right);
        ink.top = Math.max(ink.top, c.top); ink.bottom = Math.min(ink.bottom, c.bottom);
      }
      if (ink.right <= ink.left || ink.bottom <= ink.top) continue; // scrolled out of sight
      boxes.push({ ink, e, text: node.nodeValue.trim() });
    }
  }
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < boxes.length; j++) {
      const a = boxes[i], b = boxes[j];
      if (a.e === b.e || a.e.contains(b.e) && a.text === b.text) continue;
      const w = Math.min(a.ink.right, b.ink.right) - Math.max(a.ink.left, b.ink.left);
      const h = Math.min(a.ink.bottom, b.ink.bottom) - Math.max(a.ink.top, b.ink.top);
      if (w > 2 && h > 2) {
        // Under something that stays while the page scrolls: it can be scrolled out from there.
        const top = document.elementFromPoint(Math.max(a.ink.left, b.ink.left) + w / 2, Math.max(a.ink.top, b.ink.top) + h / 2);
        const under = top && (a.e.contains(top) || top.contains(a.e)) ? b.e : a.e;
        if (top && !under.contains(top) && !top.contains(under) && canScrollTo(under)) continue;
        const over = (e) => e.closest("dialog, [role=dialog], .toasts, .sheet");
        if (over(a.e) !== over(b.e)) continue;
        found.push(`over each other: "${a.text.slice(0, 16)}" (${label(a.e)}) and "${b.text.slice(0, 16)}" (${label(b.e)})`);
      }
    }
  // and every sign is whole and lies over no word
  for (const sign of document.querySelectorAll("svg.icon")) {
    const r = sign.getBoundingClientRect();
    if (r.width < 2 || r.height < 2 || !shown(sign) || canScrollTo(sign)) continue;
    for (let at = sign.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const c = at.getBoundingClientRect(), s = getComputedStyle(at);
      if (s.overflowX === "visible" && s.overflowY === "visible") continue;
      if (r.right > c.right + 2 || r.left < c.left - 2 || r.bottom > c.bottom + 2 || r.top < c.top - 2) {
        found.push(`cut: a sign in ${label(sign.parentElement)} by ${label(at)}`);
        break;
      }
    }
    const over = boxes.find(({ ink, e }) => !sign.closest("dialog") === !e.closest("dialog") && Math.min(r.right, ink.right) - Math.max(r.left, ink.left) > 2 && Math.min(r.bottom, ink.bottom) - Math.max(r.top, ink.top) > 2);
    const above = over && document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    if (above && (sign.parentElement.contains(above) || above.contains(sign))) found.push(`a sign in ${label(sign.parentElement)} lies over "${over.text.slice(0, 16)}" (${label(over.e)})`);
  }
  // the words of a button stand on it, and not beside it in a colour that is seen on the button alone
  for (const { e, ink, text } of boxes) {
    const b = e.closest("button, a.button");
    if (!b || b.classList.contains("whole")) continue;
    const r = b.getBoundingClientRect();
    if (ink.left < r.left - 2 || ink.right > r.right + 2 || ink.top < r.top - 2 || ink.bottom > r.bottom + 2)
      found.push(`beside its button: "${text.slice(0, 16)}" (${label(e)}) of ${label(b)}`);
  }
  // a word that half of the screen has room for is not broken in its middle, and no number is
  for (const { e, text } of boxes)
    for (let node = e.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      for (const { 0: word, index } of node.nodeValue.matchAll(/(?<!\p{L})(?:[A-Za-z]{4,14}|[A-Z]\d{3,6})(?!\p{L})/gu)) {
        const letters = document.createRange();
        letters.setStart(node, index);
        letters.setEnd(node, index + word.length);
        const lines = new Set(Array.from(letters.getClientRects(), (r) => Math.round(r.top)));
        const wide = Array.from(letters.getClientRects(), (r) => r.width).reduce((sum, width) => sum + width, 0);
        if (lines.size > 1 && (wide < W * 0.55 || /\d/.test(word))) found.push(`broken: "${word}" of "${text.slice(0, 24)}" in ${label(e)}`);
      }
    }
  // 3. words set letter by letter
  for (const { e, ink, text } of boxes)
    if (text.length > 5 && e.getBoundingClientRect().width < parseFloat(getComputedStyle(e).fontSize) * 1.9 && e.getBoundingClientRect().height > 4 * parseFloat(getComputedStyle(e).fontSize))
      found.push(`letter by letter: "${text.slice(0, 16)}" in ${label(e)}`);
  if (document.documentElement.scrollWidth > W + 1) found.push(`wider than the screen by ${document.documentElement.scrollWidth - W}`);
  return [...new Set(found)];
}

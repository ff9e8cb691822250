/*
 * Answers `hawashi-probe-ask` with `hawashi-probe-answer`, both on the document
 * and with JSON in `detail`: what stands in the closed shadow roots of the page.
 * Reads only; adds nothing to the page.
 */
(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  let tabId = null;

  const openRoot = (element) => {
    if (globalThis.chrome?.dom?.openOrClosedShadowRoot) {
      return chrome.dom.openOrClosedShadowRoot(element);
    }
    return element.openOrClosedShadowRoot ?? null;
  };

  /* Hosts are children of the root element or of the body. */
  const closedRoots = () =>
    [...document.documentElement.children, ...(document.body?.children ?? [])]
      .filter((element) => element.localName !== 'body' && element.localName !== 'head')
      .map((element) => ({ element, root: openRoot(element) }))
      .filter(({ element, root }) => root && element.shadowRoot !== root);

  const describe = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      tag: element.localName,
      text: element.textContent,
      value: 'value' in element ? String(element.value) : null,
      label: element.getAttribute('aria-label'),
      role: element.getAttribute('role'),
      rect: { x, y, width, height },
      visible: width > 0 && height > 0 && style.visibility === 'visible',
      direction: style.direction,
    };
  };

  const answers = {
    tab: () => tabId,
    hosts: () =>
      closedRoots().map(({ element, root }) => ({
        tag: element.localName,
        attributes: Object.fromEntries(
          [...element.attributes].map(({ name, value }) => [name, value]),
        ),
        text: root.textContent,
      })),
    find: ({ selector }) =>
      closedRoots().flatMap(({ root }) =>
        [...root.querySelectorAll(selector)].map(describe),
      ),
    focused: () => {
      const found = closedRoots()
        .map(({ root }) => root.activeElement)
        .find((element) => element !== null);
      return found ? describe(found) : null;
    },
    html: () => closedRoots().map(({ root }) => root.innerHTML),
  };

  document.addEventListener('hawashi-probe-ask', (event) => {
    const { question, ...details } = JSON.parse(event.detail);
    let answer;
    try {
      answer = { value: answers[question](details) };
    } catch (error) {
      answer = { error: String(error) };
    }
    document.dispatchEvent(
      new CustomEvent('hawashi-probe-answer', { detail: JSON.stringify(answer) }),
    );
  });

  api.runtime.sendMessage({ question: 'tab' }).then(
    (id) => {
      tabId = id;
    },
    () => {},
  );
})();

/** An element with properties, listeners (`onclick`) and children; text is always text, never markup. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key === "dataset") Object.assign(element.dataset, value)
    else if (key in element) element[key] = value
    else if (value !== null && value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined))
  return element
}

/** Puts these children in place of what was there. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined))
}

import { h } from "./dom.js"

const LINK = /\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)/
const SAFE = /^(https?:|mailto:|tel:)/i

/** The Markdown our server writes, as elements: headings, lists, paragraphs, links, bold. Never as HTML. */
export default function markdown(text) {
  const parts = []
  let list = null
  for (const line of text.split("\n")) {
    const heading = /^(#{1,3}) (.*)/.exec(line)
    const item = /^\s*[-*] (.*)/.exec(line)
    if (item) {
      if (!list) parts.push(list = h("ul"))
      list.append(h("li", {}, inline(item[1])))
      continue
    }
    list = null
    if (heading) parts.push(h(`h${heading[1].length}`, {}, inline(heading[2])))
    else if (line.trim()) parts.push(h("p", {}, inline(line)))
  }
  return parts
}

function inline(text) {
  const found = LINK.exec(text)
  if (found) {
    const label = plain(found[1])
    const link = SAFE.test(found[2]) ? h("a", { href: found[2], rel: "noopener noreferrer", target: "_blank" }, label) : label
    return [...inline(text.slice(0, found.index)), link, ...inline(text.slice(found.index + found[0].length))]
  }
  return text.split(/\*\*/).map((part, place) => (place % 2 ? h("strong", {}, plain(part)) : plain(part)))
}

const plain = text => text.replace(/\\([\\`*_{}[\]()#+\-.!<>|~&])/g, "$1")

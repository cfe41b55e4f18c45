import { h } from "../lib/dom.js"

/** The resume has outgrown its pages: how far, and what the lines offered below would bring. */
export default function fitCard(fit, question) {
  const counted = pages => (pages === 1 ? "1 page" : `${pages} pages`)
  return h("article", { className: "card question stack", id: "fit" },
    h("h2", {}, `${counted(fit.source_pages)} → ${counted(fit.pages)}`),
    h("p", {}, question))
}

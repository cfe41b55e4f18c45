import { get, post } from "../lib/api.js"
import { fill, h } from "../lib/dom.js"

/** Start a session, and the ones there are. */
class SessionList extends HTMLElement {
  // Lifecycle

  connectedCallback() {
    fill(this, h("div", { className: "workbench" }, this.#form(), h("section", { className: "card stack", id: "list" })))
    this.#load()
  }

  // Actions

  async #start(event) {
    event.preventDefault()
    const form = event.target
    const button = form.querySelector("button")
    button.disabled = true
    try {
      const data = new FormData(form)
      for (const name of ["job_url", "job_text"]) if (!data.get(name).trim()) data.delete(name)
      const { id } = await post("/tailoring-sessions/", data)
      location.hash = `#/sessions/${id}`
    } catch (problem) {
      fill(form.querySelector("output"), h("p", { className: "problem", role: "alert" }, problem.message))
      button.disabled = false
    }
  }

  // Private

  #form() {
    return h("form", { className: "card stack", onsubmit: event => this.#start(event) },
      h("h1", {}, "Tailor your resume"),
      h("label", {}, "Resume (PDF, Word, text, Markdown or JSON Resume)",
        h("input", { name: "resume", type: "file", required: true, accept: ".pdf,.docx,.txt,.md,.json" })),
      h("label", {}, "Link to the job posting", h("input", { name: "job_url", type: "url", placeholder: "https://…" })),
      h("label", {}, "or its text", h("textarea", { name: "job_text", rows: 5 })),
      h("label", {}, "How much to change", h("select", { name: "intensity" },
        h("option", { value: "light" }, "Light: terms and order"),
        h("option", { value: "standard", selected: true }, "Standard"),
        h("option", { value: "thorough" }, "Thorough"))),
      h("output"),
      h("button", { className: "primary" }, "Start"))
  }

  async #load() {
    const { items } = await get("/tailoring-sessions/?limit=50")
    fill(this.querySelector("#list"), h("h2", {}, "Your sessions"),
      items.length ? h("ul", { className: "sessions" }, items.map(row)) : h("p", { className: "soft" }, "None yet."))
  }
}

function row(item) {
  const name = [item.job.title, item.job.company].filter(Boolean).join(" at ") || item.job.url || "A job"
  return h("li", {}, h("a", { href: `#/sessions/${item.id}` }, h("span", {}, name),
    h("span", { className: "soft" }, item.status.replaceAll("_", " "))))
}

customElements.define("session-list", SessionList)

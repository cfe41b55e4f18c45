import { download, post } from "../lib/api.js"
import { fill, h } from "../lib/dom.js"
import Feed from "../lib/feed.js"
import markdown from "../lib/markdown.js"
import fold, { empty } from "../lib/story.js"
import changeCard from "../parts/change-card.js"
import matchCard from "../parts/match-card.js"
import questionCard from "../parts/question-card.js"
import filesCard from "../parts/files-card.js"
import fitCard from "../parts/fit-card.js"
import letterCard from "../parts/letter-card.js"
import talkCard from "../parts/talk-card.js"

/** One session: a fold over its events, drawn anew with each batch of them. */
class SessionPage extends HTMLElement {
  #feed
  #story = empty()
  #drawing = false
  #problem = ""

  // Lifecycle

  connectedCallback() {
    fill(this, h("div", { className: "workbench" },
      h("div", { className: "stack" }, ...["status", "question", "changes", "match", "letter-part", "talk"].map(id => h("section", { id }))),
      h("div", { className: "stack" }, h("section", { id: "files" }), h("article", { className: "sheet", id: "resume" }))))
    this.#feed = new Feed(this.session, event => this.#hear(event))
  }

  disconnectedCallback() {
    this.#feed.close()
  }

  // Actions

  async #attempt(request) {
    this.#problem = ""
    try {
      await request
    } catch (problem) {
      this.#problem = problem.message
    }
    this.#later()
  }

  #do = (path, body) => this.#attempt(post(`/tailoring-sessions/${this.session}/${path}`, body))

  #decide = (ids, decision, text) =>
    this.#do("changes/decisions", { decisions: ids.map(change_id => ({ change_id, decision, ...(text === undefined ? {} : { text }) })) })

  #say = (message, context = "") => this.#do("chat", { message, context })

  #write = recipient => this.#do("letter", recipient ? { recipient } : {})

  #save = (what, wishes) =>
    this.#attempt(download(`/tailoring-sessions/${this.session}/${what}?${new URLSearchParams(wishes)}`))

  #saveLetter = (what, wishes) =>
    this.#save(what, { ...wishes, ...this.querySelector("#files").firstChild.chosen() })

  // Private

  #hear(event) {
    this.#story = fold(this.#story, event)
    this.#later()
  }

  #later() {
    if (this.#drawing) return
    this.#drawing = true
    requestAnimationFrame(() => { this.#drawing = false; this.#draw() })
  }

  #draw() {
    const story = this.#story
    const part = id => this.querySelector(`#${id}`)
    fill(part("status"), this.#status(story))
    const asked = story.status === "waiting_for_input" && story.question?.kind !== "review" ? story.question : null
    if (part("question").dataset.input !== (asked?.input_id ?? "")) {
      part("question").dataset.input = asked?.input_id ?? ""
      fill(part("question"), asked ? questionCard(asked, this.#say) : null)
    }
    fill(part("changes"), this.#changes(story))
    fill(part("match"), story.match ? matchCard(story.match) : null)
    if (!part("talk").firstChild) fill(part("talk"), talkCard(this.#say))
    part("talk").firstChild.show(story.talk)
    if (!part("files").firstChild) fill(part("files"), filesCard(this.#save))
    part("files").firstChild.show(story)
    if (!part("letter-part").firstChild) fill(part("letter-part"), letterCard(this.#write, this.#saveLetter))
    part("letter-part").firstChild.show(story)
    if (part("resume").dataset.version !== String(story.version)) {
      part("resume").dataset.version = String(story.version)
      fill(part("resume"), markdown(story.resume))
    }
  }

  #status(story) {
    const working = ["queued", "running", "waiting_for_input"].includes(story.status)
    const bar = h("span")
    bar.style.setProperty("width", `${story.progress}%`)
    return h("div", { className: "card stack" },
      h("div", { className: "progress", role: "progressbar", "aria-valuenow": story.progress }, bar),
      h("p", { "aria-live": "polite" }, story.question?.kind === "review" && !story.question.fit ? story.question.question : story.message),
      story.error ? h("p", { className: "problem", role: "alert" }, story.error) : null,
      this.#problem ? h("p", { className: "problem", role: "alert" }, this.#problem) : null,
      story.notes.map(note => h("p", { className: "note" }, note)),
      h("div", { className: "row" },
        h("span", { className: "soft" }, story.status.replaceAll("_", " ")),
        working ? h("button", { onclick: () => this.#do("stop") }, "Stop") : null,
        ["stopped", "failed"].includes(story.status) ? h("button", { className: "primary", onclick: () => this.#do("resume") }, "Go on") : null))
  }

  #changes(story) {
    const asked = story.question?.change_ids ?? []
    const changes = [...story.changes.values()].reverse().sort((a, b) => asked.indexOf(a.id) - asked.indexOf(b.id))
    const open = changes.filter(change => change.state === "proposed").map(change => change.id)
    if (!changes.length) return null
    const fit = story.question?.fit
    return h("div", { className: "stack" },
      fit ? fitCard(fit, story.question.question) : null,
      h("div", { className: "row" }, h("h2", {}, open.length ? `${open.length} to decide` : "Changes"),
        open.length > 1 ? h("button", { className: "primary", onclick: () => this.#decide(open, "accept") }, "Accept all") : null,
        open.length > 1 ? h("button", { onclick: () => this.#decide(open, "reject") }, "Reject all") : null),
      changes.sort((a, b) => (b.state === "proposed") - (a.state === "proposed")).map(change => changeCard(change, this.#decide)))
  }
}

customElements.define("session-page", SessionPage)

import { signIn, signUp } from "../lib/api.js"
import { fill, h } from "../lib/dom.js"

/** Sign in, or make an account. */
class SignIn extends HTMLElement {
  #fresh = false

  // Lifecycle

  connectedCallback() {
    this.#draw()
  }

  // Actions

  async #send(event) {
    event.preventDefault()
    const { username, email, password } = Object.fromEntries(new FormData(event.target))
    try {
      if (this.#fresh) await signUp(username, email, password)
      else await signIn(username, password)
    } catch (problem) {
      this.#draw(problem.message)
      this.querySelector("[name=username]").value = username
    }
  }

  // Private

  #draw(problem = "") {
    const field = (name, label, type, autocomplete) =>
      h("label", {}, label, h("input", { name, type, required: true, autocomplete }))
    fill(this, h("form", { className: "card narrow stack", onsubmit: event => this.#send(event) },
      h("h1", {}, this.#fresh ? "Make an account" : "Sign in"),
      h("p", { className: "soft" }, "Your resume, tailored to a job. You decide every change; nothing is invented."),
      problem ? h("p", { className: "problem", role: "alert" }, problem) : null,
      field("username", "User name", "text", "username"),
      this.#fresh ? field("email", "E-mail", "email", "email") : null,
      field("password", "Password", "password", this.#fresh ? "new-password" : "current-password"),
      h("div", { className: "row" },
        h("button", { className: "primary" }, this.#fresh ? "Make account" : "Sign in"),
        h("button", { type: "button", className: "quiet", onclick: () => { this.#fresh = !this.#fresh; this.#draw() } },
          this.#fresh ? "I have an account" : "I am new here"))))
  }
}

customElements.define("sign-in", SignIn)

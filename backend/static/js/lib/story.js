/** What a session's events come to. */
export function empty() {
  return {
    status: "queued", progress: 0, message: "", error: "", notes: [], resume: "", version: undefined, pages: null,
    question: null, changes: new Map(), match: null, letter: null, talk: [],
  }
}

export default function fold(story, event) {
  switch (event.type) {
    case "progress_update":
      if (event.level === "error") return { ...story, error: event.message }
      if (event.level === "warning") return { ...story, notes: [...story.notes, event.message] }
      return { ...story, progress: Math.max(event.progress ?? 0, story.progress), message: event.message }
    case "session_status":
      return { ...story, status: event.status, error: event.status === "failed" ? story.error : "" }
    case "resume_update":
      return { ...story, resume: event.content, version: event.version, pages: event.pages ?? null }
    case "human_input_required":
      return { ...story, question: event }
    case "human_input_resolved":
      return { ...story, question: story.question?.input_id === event.input_id ? null : story.question }
    case "change_proposed":
    case "change_blocked":
      return { ...story, changes: new Map(story.changes).set(event.change.id, event.change) }
    case "change_decided": {
      const change = { ...story.changes.get(event.change_id), state: event.state }
      return { ...story, changes: new Map(story.changes).set(event.change_id, change) }
    }
    case "match_update":
      return { ...story, match: event.match }
    case "letter_update":
      return { ...story, letter: event.letter }
    case "chat_message":
      return { ...story, talk: [...story.talk, event] }
    default:
      return story
  }
}

"""Editing a person's own Word file: only the changed words, in the file's own styles, clean or as tracked changes.

package -> sheet (paragraphs of every container) -> find (where each line stands) -> plan (edits, new order) -> pen (XML)
"""

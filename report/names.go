package report

import "debrief/parser"

// sameName reports whether two names are the same one, written differently.
func sameName(a, b string) bool { return parser.SameName(a, b) }

// foldName returns the form of a name under which it is compared and indexed.
func foldName(name string) string { return parser.FoldName(name) }

package report

import "debrief/parser"

// foldName returns the form of a name under which it is compared and indexed.
func foldName(name string) string { return parser.FoldName(name) }

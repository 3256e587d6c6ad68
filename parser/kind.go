package parser

import (
	"path"
	"strings"
)

// Kind is what a note is about.
type Kind uint8

// The kinds of note. Every note that is not an entry is KindOther.
const (
	KindOther Kind = iota
	KindSearch
	KindApplication
	KindInterview
	KindReference
	KindOutreach
	KindLog
)

// String returns the kind's word, as `kind:` takes it.
func (k Kind) String() string {
	return [...]string{"other", "search", "application", "interview", "reference", "outreach", "log"}[k]
}

// kindWords are the words of `kind:` and the names of folders.
var kindWords = map[string]Kind{
	"search":      KindSearch,
	"application": KindApplication, "applications": KindApplication,
	"interview": KindInterview, "interviews": KindInterview,
	"reference": KindReference, "references": KindReference,
	"outreach": KindOutreach,
	"log":      KindLog, "logs": KindLog,
}

// kindOf decides what a note is: by what it says, else by its folder, else by
// its name, else by fields that nothing else would have.
func kindOf(notePath string, root *node) Kind {
	if kind, said := kindSaid(root); said {
		return kind
	}
	if kind := kindOfPath(notePath); kind != KindOther {
		return kind
	}
	return kindOfFields(root)
}

// kindSaid reads `kind:` and `type:`. A word that is not ours is the person's
// own and makes the note no entry.
func kindSaid(root *node) (Kind, bool) {
	said := false
	for _, key := range []string{"kind", "type"} {
		p := root.get(key)
		if p == nil {
			continue
		}
		value := &p.value
		if value.kind == nodeList && len(value.items) == 1 {
			value = &value.items[0]
		}
		if value.kind != nodeScalar || isPlaceholder(value.text) {
			continue
		}
		if kind, ok := kindWords[FoldName(plainText(value.text))]; ok {
			return kind, true
		}
		said = true
	}
	return KindOther, said
}

// kindOfPath decides by the nearest folder with one of our names, else by the
// file's own name.
func kindOfPath(notePath string) Kind {
	folded := strings.ToLower(notePath)
	for dir := path.Dir(folded); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if kind, ok := kindWords[path.Base(dir)]; ok && kind != KindSearch && path.Base(dir) != "logs" {
			return kind
		}
	}
	stem := strings.TrimSuffix(path.Base(folded), path.Ext(folded))
	if number, ok := strings.CutPrefix(stem, "interview-"); ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return KindInterview
	}
	switch stem {
	case "search", "application", "interview", "log":
		return kindWords[stem]
	}
	return KindOther
}

// kindOfFields decides by fields that cannot mean anything else. Aliases that
// other notes use too (with, met, stage) do not count here.
func kindOfFields(root *node) Kind {
	has := func(keys ...string) bool {
		for _, key := range keys {
			if p := root.get(key); p != nil && !isHollow(&p.value) {
				return true
			}
		}
		return false
	}
	company := has("company", "employer", "organisation", "organization")
	switch {
	case !company:
		return KindOther
	case has("applied", "appliedon", "dateapplied", "decisionby", "hearbackby", "offer"):
		return KindApplication
	case has("date", "when", "interviewed") && has("interviewers", "panel", "round", "thanked", "thankyou"):
		return KindInterview
	}
	if p := root.get("interviews"); p != nil && p.value.kind == nodeList {
		return KindApplication
	}
	return KindOther
}

// isBlank reports whether a value counts as absent.
func isBlank(n *node) bool {
	switch n.kind {
	case nodeNull:
		return true
	case nodeScalar:
		return strings.TrimSpace(n.text) == ""
	case nodeList:
		for i := range n.items {
			if !isBlank(&n.items[i]) {
				return false
			}
		}
		return true
	case nodeMap:
		return len(n.pairs) == 0
	}
	return false
}

// isHollow reports whether a value is blank, or a mapping of which no value was
// filled in yet.
func isHollow(n *node) bool {
	if n.kind != nodeMap {
		return isBlank(n)
	}
	for i := range n.pairs {
		if !isHollow(&n.pairs[i].value) {
			return false
		}
	}
	return true
}

// holdsTemplate reports whether a value is a template's blank: {{date}} or
// <% tp.date.now() %>.
func holdsTemplate(n *node) bool { return n.kind == nodeScalar && templateMarks(n.text) }

// templateMarks reports whether text holds what a template plugin replaces.
func templateMarks(text string) bool {
	return strings.Contains(text, "{{") || strings.Contains(text, "<%")
}

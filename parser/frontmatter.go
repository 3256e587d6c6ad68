package parser

import (
	"slices"
	"strings"
	"unicode"
)

// readFrontmatter reads the block at the top of a note. It never fails: what
// cannot be read becomes a problem, and everything else is in the result.
// Problems come in the order in which they stand in the note.
func readFrontmatter(src *Source) (frontmatter, []Problem) {
	f, found := findFence(src.Text)
	r := &blockReader{src: src, text: src.Text}
	var fm frontmatter
	if found {
		fm = r.read(f)
	} else {
		fm = r.readUnfenced()
	}
	fm.partial = r.partial
	slices.SortStableFunc(r.problems, compareProblems)
	return fm, r.problems
}

// BodyOf returns the byte offset at which the body of a note begins, below its
// fields. fenced is the syntax of fields that stand between two fences: yaml,
// toml or json; "" where there are none, or none that are whole.
func BodyOf(src *Source) (offset int, fenced string) {
	if f, found := findFence(src.Text); found && f.closed {
		return f.body, f.syntax
	}
	fm, _ := readFrontmatter(src)
	defer fm.release()
	return fm.body, ""
}

// A blockReader reads one note's frontmatter and collects its problems.
type blockReader struct {
	src *Source
	// text is the note's text; lines between conflict markers are blanked
	// out, byte for byte, so that offsets stay true.
	text     string
	problems []Problem
	partial  bool
}

// report records a problem.
func (r *blockReader) report(id ProblemID, span Span, message, hint string, fixes ...Fix) {
	r.problems = append(r.problems, Problem{
		ID: id, Place: Place{Source: r.src, Span: span},
		Message: message, Hint: hint, Fixes: fixes,
	})
}

// damaged records a problem because of which something in the block is lost.
func (r *blockReader) damaged(id ProblemID, span Span, message, hint string, fixes ...Fix) {
	r.partial = true
	r.report(id, span, message, hint, fixes...)
}

// read reads the block behind a fence.
func (r *blockReader) read(f fence) frontmatter {
	if !f.closed {
		return r.readUnclosed(f)
	}
	root := r.block(f.syntax, f.block.Start, f.block.End)
	if root.kind != nodeMap && root.kind != nodeNull {
		r.damaged(WrongType, root.span, "frontmatter is a set of named values, one `key: value` per line",
			"give every line a key, or remove the "+f.marker+" lines around a text that belongs to the body")
		root = node{}
	}
	return frontmatter{syntax: f.syntax, root: root, body: f.body}
}

// block reads the bytes between two fences.
func (r *blockReader) block(syntax string, from, to int) node {
	regions := conflictRegions(r.text, from, to)
	if len(regions) > 0 {
		r.partial = true
		r.text = blank(r.text, regions)
	}
	var root node
	switch syntax {
	case "toml":
		root = r.readTOML(from, to)
	case "json":
		var end int
		root, end = r.readJSON(from, to, true)
		r.checkRest(end, to)
	default:
		root = r.readYAML(from, to)
	}
	if len(regions) > 0 {
		root = r.breakConflicts(root, syntax, regions)
	}
	return root
}

// checkRest reports text that follows a JSON object in its block.
func (r *blockReader) checkRest(from, to int) {
	rest := strings.TrimSpace(r.text[from:to])
	if rest == "" || r.partial {
		return
	}
	start := from + strings.Index(r.text[from:to], rest)
	r.damaged(BadFrontmatter, Span{start, start + len(rest)}, "text follows the object", "put it below the closing ;;;")
}

// readUnclosed reads what surely belongs to a block whose second fence is
// missing: the lines right below the first fence that look like it.
func (r *blockReader) readUnclosed(f fence) frontmatter {
	line := strings.TrimRight(r.text[f.start:f.block.Start], " \t\r\n")
	span := Span{f.start, f.start + len(line)}
	r.damaged(UnclosedFrontmatter, span, "the block that "+f.marker+" opens is never closed",
		"write "+f.marker+" alone on the line below its last field")
	// Without a field it may as well be a rule above a text: the whole note
	// stays the body, and the caller knows what kind of note it is.
	var stop int
	if f.syntax == "json" {
		stop = r.leadingObject(f.block.Start)
	} else {
		stop = r.leadingFields(f.syntax, f.block.Start)
	}
	if stop == f.block.Start {
		return frontmatter{body: bomLength(r.text)}
	}
	root := r.block(f.syntax, f.block.Start, stop)
	if root.kind != nodeMap {
		return frontmatter{body: bomLength(r.text)}
	}
	return frontmatter{syntax: f.syntax, root: root, body: stop}
}

// get returns the pair with that folded key, nil when there is none.
func (n *node) get(key string) *pair {
	if n.index != nil {
		if i, ok := n.index[key]; ok {
			return &n.pairs[i]
		}
		return nil
	}
	for i := range n.pairs {
		if n.pairs[i].folded == key {
			return &n.pairs[i]
		}
	}
	return nil
}

// foldKey returns the form in which two spellings of one key are equal: lower
// case, without spaces, hyphens and underscores.
func foldKey(key string) string {
	if isFoldedKey(key) {
		return key
	}
	return strings.Map(func(c rune) rune {
		if c == '-' || c == '_' || unicode.IsSpace(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, key)
}

// isFoldedKey recognises the keys that are in that form already, as most are.
func isFoldedKey(key string) bool {
	for i := range len(key) {
		if key[i] < 'a' || key[i] > 'z' {
			return false
		}
	}
	return true
}

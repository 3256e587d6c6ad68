package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"
)

// The exit statuses, the same for every verb.
const (
	statusFine     = 0
	statusFindings = 1
	statusUsage    = 2
	statusFailed   = 3
)

// errFindings ends a verb that did its work and found something at or above
// --fail-on. Nothing is printed for it: the findings are printed already.
var errFindings = errors.New("findings")

// usageError is a command line that debrief does not understand.
type usageError struct{ err error }

// Error returns what is wrong with the command line.
func (e *usageError) Error() string { return e.err.Error() }

// Unwrap returns the error as it was before it was known whose fault it is.
func (e *usageError) Unwrap() error { return e.err }

// hintedError carries what the reader could do about an error.
type hintedError struct {
	err  error
	hint string
}

// Error returns what went wrong, without the hint.
func (e *hintedError) Error() string { return e.err.Error() }

// Unwrap returns the error that the hint belongs to.
func (e *hintedError) Unwrap() error { return e.err }

// withHint adds a hint to an error; an empty hint changes nothing.
func withHint(err error, hint string) error {
	if hint == "" {
		return err
	}
	return &hintedError{err, hint}
}

// usage returns a usageError with a hint, which may be empty.
func usage(hint, format string, args ...any) error {
	return withHint(&usageError{fmt.Errorf(format, args...)}, hint)
}

// finish tells the person how the program ended and returns the exit status.
func (p *program) finish(err error) int {
	if err == nil {
		return statusFine
	}
	if errors.Is(err, errFindings) {
		return statusFindings
	}
	hint := ""
	if h, ok := errors.AsType[*hintedError](err); ok {
		hint = h.hint
	}
	p.say(err.Error(), hint)
	if _, ok := errors.AsType[*usageError](err); ok {
		return statusUsage
	}
	return statusFailed
}

// remark says something on standard error that is not an error; --quiet keeps
// it back.
func (p *program) remark(message, hint string) {
	if !p.quiet {
		p.say(message, hint)
	}
}

// say writes a message and its hint on standard error. Standard error has no
// second channel for its own failures, so they are dropped.
func (p *program) say(message, hint string) {
	fmt.Fprintf(p.stderr, "debrief: %s\n", visible(message))
	if hint != "" {
		fmt.Fprintf(p.stderr, "hint: %s\n", visible(hint))
	}
}

// cause drops the system call and the path from an error of the file system:
// `open notes: permission denied` helps nobody who typed no open.
func cause(err error) error {
	if named, ok := errors.AsType[*fs.PathError](err); ok {
		return named.Err
	}
	return err
}

// visible writes out what could move the cursor, colour the screen or forge a
// line; names of files and flags reach standard error through it.
func visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// hidden reports whether a rune acts on a terminal instead of showing there.
func hidden(r rune) bool {
	return r != ' ' && !unicode.IsGraphic(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r)
}

// onOneLine is an error and its hint on one line, for an answer that is asked for
// again.
func onOneLine(err error) string {
	if h, ok := errors.AsType[*hintedError](err); ok {
		return h.Error() + ": " + h.hint
	}
	return err.Error()
}

package main

import (
	"context"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/edit"
	"debrief/parser"
)

const newNoteHelp = `Makes the next note from a template and prints its path; --edit opens it in
$VISUAL or $EDITOR. What the journal knows is filled in: how the company is
written, the role, the number of the round, who was met before. KEY=VALUE sets
any other field; today, yesterday and tomorrow become the date.

    debrief new interview Acme with='Dana Reyes, Li Wei' date='2026-11-19 14:00'
    debrief new application Initech role='Platform Engineer' applied=today
    debrief new reference 'Jane Doe' email=jane@mail.example
    debrief new outreach Globex person='Ana Lima'
    debrief new log

A templates/interview.md of the journal goes before the built-in one; it is a Go
text/template, and the {{date}} and {{title}} of other programs work. No note is
ever overwritten, and one that would not be understood is not made.`

// newNotes are the kinds of note there are templates for.
var newNotes = []string{"interview", "application", "reference", "outreach", "log"}

// A newNote is a note to be made.
type newNote struct {
	kind    string
	subject string      // a company, or a reference's name
	fields  [][2]string // in the order given
}

// makingFlags are how new is asked to make a note.
type makingFlags struct {
	journal      folder
	now          instant
	edit, dryRun bool
}

// newNew returns the verb that makes notes.
func newNew(p *program) *cobra.Command {
	f := makingFlags{now: instant{flag: "now"}}
	cmd := &cobra.Command{
		Use:               "new KIND [COMPANY|NAME] [KEY=VALUE…]",
		Short:             "a note from a template, with what is known filled in",
		Long:              newNoteHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(theSubjects),
		RunE: func(cmd *cobra.Command, args []string) error {
			note, err := readNew(args)
			if err != nil {
				return err
			}
			return p.newNote(cmd.Context(), &f, note)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&f.edit, "edit", false, "open it in $VISUAL or $EDITOR")
	flags.BoolVar(&f.dryRun, "dry-run", false, "print the note instead of making it")
	flags.Var(&f.journal, "journal", "the journal's folder, instead of the one around here")
	flags.Var(&f.now, "now", "the instant that today is of, instead of now")
	return cmd
}

// readNew reads KIND, then the subject and the fields in any order.
func readNew(args []string) (newNote, error) {
	if len(args) == 0 {
		return newNote{}, usage("debrief new "+strings.Join(newNotes, "|")+" [COMPANY|NAME]", "new needs the kind of the note")
	}
	n := newNote{kind: strings.ToLower(args[0])}
	if !slices.Contains(newNotes, n.kind) {
		hint := didYouMean(n.kind, newNotes)
		if hint == "" {
			hint = "the kinds are " + either(newNotes)
		}
		return n, usage(hint, "%q is no kind of note", args[0])
	}
	for _, arg := range args[1:] {
		key, value, isField := strings.Cut(arg, "=")
		switch {
		case strings.ContainsAny(arg, "\r\n"):
			return n, usage("write it on one line", "%q has several lines", arg)
		case isField && key != "" && !strings.ContainsAny(key, " :#\"'{}[]"):
			n.fields = append(n.fields, [2]string{key, value})
		case n.subject == "" && strings.TrimSpace(arg) != "":
			n.subject = strings.TrimSpace(arg)
		default:
			return n, usage("quote words that belong together, and write a field as KEY=VALUE", "there is no place for %q", arg)
		}
	}
	return n, nil
}

// newNote makes a note, and opens it where that is wanted.
func (p *program) newNote(ctx context.Context, f *makingFlags, want newNote) error {
	n, err := p.openNotebook(p.findRoot(f.journal.String()))
	if err != nil {
		return err
	}
	now, err := p.instantOf(&f.now, n.journal.Zone)
	if err != nil {
		return err
	}
	change, err := n.compose(want, now)
	if err != nil {
		return err
	}
	file := filepath.Join(n.root, filepath.FromSlash(change.Name()))
	if change.After == "" { // a log that has today's heading already
		if err := p.print([]byte(visible(change.Name()) + "\n")); err != nil || !f.edit {
			return err
		}
		return p.open(ctx, file)
	}
	if err := p.apply(f.dryRun, change); err != nil || f.dryRun {
		return err
	}
	if err := p.print([]byte(visible(change.Name()) + "\n")); err != nil || !f.edit {
		return err
	}
	return p.open(ctx, file)
}

// compose returns the change that makes a note, or adds today's heading to the
// log; with no new text where there is nothing to do.
func (n *notebook) compose(want newNote, now time.Time) (edit.Change, error) {
	b := &blanks{}
	b.onClock(now, n.journal.Zone)
	if want.kind == "log" {
		return n.logOf(want, b)
	}
	want.into(b)
	b.known(n.journal, want.kind, now)
	name := n.freeName(want.kind, b)
	b.Title = strings.TrimSuffix(path.Base(name), ".md")
	text, err := n.fill(want.kind, b)
	if err != nil {
		return edit.Change{}, err
	}
	for _, field := range want.fields {
		if text, err = setField(text, field[0], b.meant(field[1])); err != nil {
			return edit.Change{}, err
		}
	}
	note, err := n.note(name)
	if err != nil {
		return edit.Change{}, err
	}
	change := note.Change(text)
	return change, n.understands(change)
}

// understands refuses a note that loses facts: a field given on the command line
// that cannot be read, in this journal. What is still blank, as the role that
// says which of two positions it is about, is the person's to write.
func (n *notebook) understands(change edit.Change) error {
	note := parser.Parse(&parser.Source{Path: change.Name(), Text: change.After})
	if strings.Contains(change.After, "<%") && !note.Entry() {
		return withHint(fmt.Errorf("%s would be taken for a template: only Templater fills in what stands between <%% and %%>", change.Name()),
			"a templates/ of the journal may use {{company}} and {{date}}")
	}
	for _, problem := range n.with(change).Problems {
		blank := problem.ID == parser.MissingField || problem.ID == parser.WhichPosition
		if problem.Path() == change.Name() && problem.Severity() == parser.Error && !blank {
			return usage(problem.Hint, "%s", problem.Message)
		}
	}
	return nil
}

// into fills blanks from the command line.
func (w newNote) into(b *blanks) {
	if w.kind == "reference" {
		b.Name = w.subject
	} else {
		b.Company = w.subject
	}
	clock := ""
	for _, field := range w.fields {
		value := b.meant(field[1])
		switch strings.ToLower(field[0]) {
		case "company":
			b.Company = value
		case "role":
			b.Role = value
		case "name", "person":
			b.Name = value
		case "date", "applied":
			b.When = value
		case "time":
			clock = value
		case "timezone", "tz":
			b.Zone = value
		case "round":
			b.Round = value
		case "with":
			b.With = value
		}
	}
	if b.When == "" && w.subject != "" && w.kind != "application" {
		b.When = b.Today
	}
	if clock != "" && b.When != "" && !strings.Contains(b.When, ":") {
		b.When += " " + clock
	}
}

// meant is a value of the command line, with the date for a day that is named
// by its distance from today, alone or before a time.
func (b *blanks) meant(value string) string {
	dated := dayNamed(value, b.Today)
	if _, err := parser.ReadDate(dated); err != nil {
		return value
	}
	return dated
}

// logOf returns the change that gives the month's log a heading of today.
func (n *notebook) logOf(want newNote, b *blanks) (edit.Change, error) {
	if want.subject != "" || len(want.fields) > 0 {
		return edit.Change{}, usage("write the line itself into it", "a log takes no company and no fields")
	}
	name := n.folderOf("log") + "/" + b.Today[:len("2006-01")] + ".md"
	note, err := n.note(name)
	if err != nil {
		return edit.Change{}, err
	}
	if note.New {
		b.When = b.Today
		b.Title = b.Today[:len("2006-01")]
		text, err := n.fill("log", b)
		return note.Change(text), err
	}
	if strings.Contains(note.Text, b.Today) {
		return note.Change(""), nil
	}
	return note.Change(edit.AfterLine(note.Text, 0, "## "+b.Today+"\n")), nil
}

// setField gives a field of a note's YAML another value; a field that is not
// there yet is added at the end.
func setField(text, key, value string) (string, error) { return setYAML(text, key, plainYAML(value)) }

// setYAML is setField for a value that is YAML already.
func setYAML(text, key, value string) (string, error) {
	lines := strings.SplitAfter(text, "\n")
	if strings.TrimRight(lines[0], "\r\n") != "---" {
		return "", usage("begin the template with ---", "the template has no fields to set %s in", key)
	}
	written := strings.TrimRight(": "+value, " ") + edit.EndOfLine(text)
	for i, line := range lines[1:] {
		line = strings.TrimRight(line, "\r\n")
		if line == "---" {
			return strings.Join(lines[:i+1], "") + key + written + strings.Join(lines[i+1:], ""), nil
		}
		name, _, isField := strings.Cut(line, ":")
		if isField && strings.EqualFold(name, key) {
			lines[i+1] = name + written
			return strings.Join(lines, ""), nil
		}
	}
	return "", usage("end the fields of the template with ---", "the template's fields have no end")
}

// open opens a file in the person's editor and waits for it.
func (p *program) open(ctx context.Context, file string) error {
	editor := p.env("VISUAL")
	if editor == "" {
		editor = p.env("EDITOR")
	}
	if editor == "" {
		return withHint(fmt.Errorf("no editor is named: %s was made and not opened", filepath.Base(file)), "set EDITOR, such as to vim")
	}
	// The variable may hold arguments, as in `code --wait`.
	cmd := exec.CommandContext(ctx, "sh", "-c", editor+` "$1"`, "editor", file)
	if runtime.GOOS == "windows" {
		cmd = exec.CommandContext(ctx, "cmd", "/C", editor, file)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = p.stdin, p.stdout, p.stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("editor %q: %w", editor, err)
	}
	return nil
}

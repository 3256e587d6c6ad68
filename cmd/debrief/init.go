package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/edit"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
)

const initHelp = `Makes a folder a journal: a search.md with the day the search began, the time
zone and weekly goals, the folders for the notes, and in .gitignore what debrief
may leave behind. On a terminal it asks; --yes takes the answers from the flags
and for the rest today, this machine's zone and no goals.

What is there already stays as it is, so that a folder full of other notes, or
an Obsidian vault, can be made a journal, and doing it twice does nothing.
--example adds a page that shows a note. --dry-run prints what would be made.`

// beginnings are the answers that init asks for.
type beginnings struct {
	started                instant
	zone                   phrase
	applications, outreach weekly
	example, yes, dryRun   bool
	now                    instant
}

// newInit returns the verb that makes a folder a journal.
func newInit(p *program) *cobra.Command {
	b := beginnings{started: instant{flag: "started"}, now: instant{flag: "now"}}
	cmd := &cobra.Command{
		Use:               "init [DIR]",
		Short:             "make a folder a journal",
		Long:              initHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			dir, err := oneFolder(cmd, args)
			if err != nil {
				return err
			}
			if dir == "" {
				dir = "."
			}
			return p.init(&b, dir)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(&b.started, "started", "the day the search began, instead of today")
	flags.Var(&b.zone, "timezone", "such as Europe/Berlin, instead of this machine's")
	flags.Var(&b.applications, "applications", "how many applications a week to aim for")
	flags.Var(&b.outreach, "outreach", "how many messages to people a week to aim for")
	flags.BoolVar(&b.example, "example", false, "add a page that shows a note")
	flags.BoolVar(&b.yes, "yes", false, "ask nothing")
	flags.BoolVar(&b.dryRun, "dry-run", false, "print what would be made instead of making it")
	flags.Var(&b.now, "now", "the instant that today is of, instead of now")
	return cmd
}

// init makes dir a journal.
func (p *program) init(b *beginnings, dir string) error {
	if dir == standardInput {
		return usage("name a folder", "a journal is a folder")
	}
	root, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if info, err := os.Stat(root); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is not a folder", dir)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", dir, cause(err))
	}
	changes, err := p.beginning(b, root)
	if err != nil {
		return err
	}
	folders := missingFolders(root)
	if err := p.make(b.dryRun, root, folders, changes); err != nil {
		return err
	}
	if len(changes)+len(folders) == 0 {
		return p.print([]byte("Everything is here already.\n"))
	}
	if !b.dryRun && p.asks() {
		p.remark("the next step: debrief new interview COMPANY", "")
	}
	return nil
}

// make writes what init adds, or with dry says what it would.
func (p *program) make(dry bool, root string, folders []string, changes []edit.Change) error {
	if err := p.apply(dry, changes...); err != nil {
		return err
	}
	var said strings.Builder
	if !dry {
		for _, c := range changes {
			fmt.Fprintf(&said, "%s\n", c.Name())
		}
	}
	for _, folder := range folders {
		fmt.Fprintf(&said, "%s/\n", folder)
		if dry {
			continue
		}
		if err := os.MkdirAll(filepath.Join(root, folder), 0o755); err != nil {
			return fmt.Errorf("cannot make %s: %w", folder, cause(err))
		}
	}
	return p.print([]byte(said.String()))
}

// kindFolders are the folders that say what the notes in them are.
var kindFolders = []string{"interviews", "applications", "references", "outreach", "log"}

// missingFolders lists the folders that are not there, in any of the spellings
// by which they count.
func missingFolders(root string) []string {
	here, _ := os.ReadDir(root)
	var missing []string
	for _, folder := range kindFolders {
		if !slices.ContainsFunc(here, func(e fs.DirEntry) bool {
			name := strings.ToLower(e.Name())
			return name == folder || name == strings.TrimSuffix(folder, "s") || name == folder+".md"
		}) {
			missing = append(missing, folder)
		}
	}
	return missing
}

// beginning returns the files that init adds or adds to.
func (p *program) beginning(b *beginnings, root string) ([]edit.Change, error) {
	var changes []edit.Change
	if !hasSearch(root) {
		text, err := p.searchNote(b)
		if err != nil {
			return nil, err
		}
		note, err := edit.Read(filepath.Join(root, "search.md"), "search.md")
		if err != nil {
			return nil, err
		}
		changes = append(changes, note.Change(text))
	}
	ignore, err := ignoreLines(root)
	if err != nil {
		return nil, err
	}
	changes = append(changes, ignore...)
	if b.example {
		note, err := edit.Read(filepath.Join(root, exampleNote), exampleNote)
		if err != nil {
			return nil, err
		}
		if note.New {
			text, err := builtIn.ReadFile("templates/example.md.tmpl")
			if err != nil {
				return nil, err
			}
			changes = append(changes, note.Change(string(text)))
		}
	}
	return changes, nil
}

// exampleNote is the page that shows a note. It is in no folder of a kind and
// has no fields, so that it counts as no entry.
const exampleNote = "how-a-note-looks.md"

// hasSearch reports whether a folder has a search.md, in whatever case, or a
// note that says it is one.
func hasSearch(root string) bool {
	w, err := workspace.Open(root)
	if err != nil {
		return false
	}
	journal, err := parser.Load(w.FS(), time.UTC)
	return err == nil && journal.Search.Place.Source != nil
}

// searchNote returns the text of a new search.md.
func (p *program) searchNote(b *beginnings) (string, error) {
	zone, unnamed := machineZone(p.env)
	if b.zone.words != "" {
		named, err := time.LoadLocation(b.zone.String())
		if err != nil || b.zone.String() == "Local" {
			return "", usage("write a name such as Europe/Berlin", "--timezone: %q is no time zone", b.zone.String())
		}
		zone, unnamed = named, nil
	}
	now, err := p.instantOf(&b.now, zone)
	if err != nil {
		return "", err
	}
	answers := struct {
		Started, Zone          string
		Applications, Outreach int
		Goals                  bool
	}{Started: now.In(zone).Format(time.DateOnly), Applications: int(b.applications), Outreach: int(b.outreach)}
	if unnamed == nil {
		answers.Zone = zone.String()
	}
	if b.started.text != "" {
		t, err := b.started.in(zone)
		if err != nil {
			return "", err
		}
		answers.Started = t.In(zone).Format(time.DateOnly)
	}
	if !b.yes && p.asks() {
		p.askBeginnings(&answers.Started, &answers.Zone, &answers.Applications, &answers.Outreach)
	}
	answers.Goals = answers.Applications+answers.Outreach > 0
	text, err := builtIn.ReadFile("templates/search.md.tmpl")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = template.Must(template.New("search.md").Parse(string(text))).Execute(&out, answers)
	return out.String(), err
}

// askBeginnings asks for what the flags did not say, each with its default.
func (p *program) askBeginnings(started, zone *string, applications, outreach *int) {
	for {
		answer := p.ask("When did the search begin? [" + *started + "] ")
		if answer == "" {
			break
		}
		if _, err := time.Parse(time.DateOnly, answer); err == nil {
			*started = answer
			break
		}
		fmt.Fprintln(p.stderr, "Write it as 2026-11-19.")
	}
	for {
		answer := p.ask("In which time zone are you? [" + *zone + "] ")
		if answer == "" {
			break
		}
		if _, err := time.LoadLocation(answer); err == nil && answer != "Local" {
			*zone = answer
			break
		}
		fmt.Fprintln(p.stderr, "Write a name such as Europe/Berlin.")
	}
	for _, goal := range []struct {
		question string
		n        *int
	}{{"How many applications a week?", applications}, {"How many messages to people a week?", outreach}} {
		for {
			answer := p.ask(fmt.Sprintf("%s [%d] ", goal.question, *goal.n))
			if answer == "" {
				break
			}
			if n, err := strconv.Atoi(answer); err == nil && n >= 0 {
				*goal.n = n
				break
			}
			fmt.Fprintln(p.stderr, "Write a number.")
		}
	}
}

// ignored are the lines that keep what debrief may leave behind out of git.
var ignored = []string{".debrief-*.tmp", "*.edited~"}

// ignoreLines returns the .gitignore with the lines that are missing, nothing
// where none are.
func ignoreLines(root string) ([]edit.Change, error) {
	note, err := edit.Read(filepath.Join(root, ".gitignore"), ".gitignore")
	if err != nil {
		return nil, err
	}
	var missing []string
	for _, line := range ignored {
		if !slices.Contains(strings.Fields(note.Text), line) {
			missing = append(missing, line)
		}
	}
	if len(missing) == 0 {
		return nil, nil
	}
	return []edit.Change{note.Change(edit.AfterLine(note.Text, 0, strings.Join(missing, "\n")))}, nil
}

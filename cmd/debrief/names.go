package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"debrief/cmd/debrief/internal/state"
	"debrief/cmd/debrief/internal/workspace"
	"debrief/parser"
	"debrief/report"
)

// names are what of a journal can be completed in a shell.
type names struct {
	Companies  []string
	People     []string
	References []string
	Positions  []string // of companies with several: COMPANY as ROLE
	Items      []named  // what stands, most pressing first
	// Took is how long it took to find them out.
	Took time.Duration
}

// A named item is its id, what it is about, the rule that asks for it, and
// whether a line in a note settles it.
type named struct {
	ID, About, Rule string
	Line            bool
}

const (
	// completionPatience is how long a shell's TAB waits for the journal to be
	// read. A search of several years takes less; with more notes than that,
	// what was remembered at the TAB before is offered, and the journal is read
	// again behind its back. 50 ms is what feels immediate, and starting takes
	// the rest.
	completionPatience = 25 * time.Millisecond
	// itemsOffered is how many items are worth a look through in a shell.
	itemsOffered = 100
	// firstPatience is how long a TAB waits where nothing is remembered yet.
	firstPatience = time.Second
	// rememberedFor is for how long names are not looked for again.
	rememberedFor = 30 * time.Second
)

// completedBy reads what can be completed in a journal.
func completedBy(j *parser.Journal, now time.Time) names {
	var n names
	n.Companies = distinct(companies(j))
	for i, p := range j.Positions {
		several := i > 0 && parser.SameCompany(j.Positions[i-1].Company, p.Company) ||
			i+1 < len(j.Positions) && parser.SameCompany(j.Positions[i+1].Company, p.Company)
		if several && p.Role != "" {
			n.Positions = append(n.Positions, p.Company+" as "+p.Role)
		}
	}
	for _, person := range j.People {
		n.People = append(n.People, person.Name)
	}
	for _, reference := range j.References {
		n.References = append(n.References, reference.Name)
	}
	items := report.Build(j, now).Items
	for _, item := range items[:min(len(items), itemsOffered)] {
		n.Items = append(n.Items, named{item.ID, item.Message, item.Rule, item.Record != nil})
	}
	return n
}

// distinct returns sorted names, each in its first spelling.
func distinct(sorted []string) []string {
	var kept []string
	seen := map[string]bool{"": true}
	for _, name := range sorted {
		if folded := parser.FoldName(name); !seen[folded] {
			seen[folded] = true
			kept = append(kept, name)
		}
	}
	return kept
}

// completable returns what can be completed in the journal that a command line
// means: read now if that is quick, else as it was remembered.
func (p *program) completable(root string) names {
	w, err := workspace.Open(root)
	if err != nil {
		return names{}
	}
	file, nowhere := p.namesFile(w.Root())
	known, unknown := readNames(file)
	if nowhere == nil && unknown == nil && known.Took > completionPatience {
		p.rememberLater(file, w.Root())
		return known
	}
	patience := completionPatience
	if nowhere != nil || unknown != nil {
		patience = firstPatience
	}
	read := make(chan names, 1)
	go func() {
		zone, _ := machineZone(p.env)
		if j, err := parser.Load(w.FS(), zone); err == nil {
			read <- completedBy(j, p.now())
		}
	}()
	select {
	case n := <-read:
		return n
	case <-time.After(patience):
	}
	if nowhere == nil {
		p.rememberLater(file, w.Root())
	}
	return known
}

// namesFile is where the names of a journal are remembered: below the user's
// own state folder, by the journal's place.
func (p *program) namesFile(root string) (string, error) {
	folder, err := state.Folder(p.env)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(root))
	return filepath.Join(folder, "names-"+hex.EncodeToString(sum[:8])+".json"), nil
}

func readNames(file string) (names, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return names{}, err
	}
	var n names
	return n, json.Unmarshal(text, &n)
}

// rememberLater starts the program once more to remember the names, unless that
// was just done, and does not wait for it. What goes wrong is missed at the next
// TAB only.
func (p *program) rememberLater(file, root string) {
	info, err := os.Stat(file)
	if err == nil {
		if age := p.now().Sub(info.ModTime()); age >= 0 && age < rememberedFor {
			return
		}
	}
	self, err := os.Executable()
	if err != nil {
		return
	}
	cmd := exec.Command(self, rememberVerb, root)
	cmd.Args[0] = "debrief"
	if cmd.Start() == nil {
		_ = cmd.Process.Release()
	}
}

// rememberVerb is the hidden verb that remembers names.
const rememberVerb = "__remember"

// newRemember returns the hidden verb that remembers the names of a journal.
func newRemember(p *program) *cobra.Command {
	return &cobra.Command{
		Use: rememberVerb + " DIR", Hidden: true, Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			start := p.now()
			n, err := p.openNotebook(args[0])
			if err != nil {
				return err
			}
			file, err := p.namesFile(n.root)
			if err != nil {
				return err
			}
			found := completedBy(n.journal, p.now())
			found.Took = p.now().Sub(start)
			return remember(file, found)
		},
	}
}

// remember writes names into a file that only its owner can read.
func remember(file string, n names) error {
	text, err := json.Marshal(n)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("cannot make the folder of %s: %w", file, cause(err))
	}
	if _, err := os.Stat(file); err != nil { // WriteFile keeps a mode, and would make a new file readable
		f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	_, err = workspace.WriteFile(file, text)
	return err
}

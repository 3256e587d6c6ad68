package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
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
	Items      []named // what stands, most pressing first
	// Took is how long it took to find them out.
	Took time.Duration
}

// A named item is its id and what it is about.
type named struct{ ID, About string }

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
	for _, person := range j.People {
		n.People = append(n.People, person.Name)
	}
	for _, reference := range j.References {
		n.References = append(n.References, reference.Name)
	}
	items := report.Build(j, now).Items
	for _, item := range items[:min(len(items), itemsOffered)] {
		n.Items = append(n.Items, named{item.ID, item.Message})
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

// A completion is what cobra asks for what may stand at a place.
type completion = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective)

// complete returns a completion from the names of the journal that the command
// line means: by --journal, by its folder where the verb takes one, else the
// one around here. pick chooses what of them, for the arguments there are.
func (p *program) complete(pick func(n names, args []string) []string) completion {
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		root := workspace.Find(".", p.env)
		switch f := cmd.Flags().Lookup("journal"); {
		case f != nil && f.Value.String() != "":
			root = f.Value.String()
		case f == nil && len(args) > 0 && args[0] != standardInput:
			root = args[0]
		}
		var fitting []string
		for _, candidate := range pick(p.completable(root), args) {
			word, _, _ := strings.Cut(candidate, "\t")
			if parser.FoldName(begun) == "" || strings.HasPrefix(parser.FoldName(word), parser.FoldName(begun)) {
				fitting = append(fitting, visible(word)+candidate[len(word):])
			}
		}
		return fitting, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// completeNames offers the journal's names to --company and --person; the only
// error is a flag that the verb has not.
func (p *program) completeNames(cmd *cobra.Command) {
	_ = cmd.RegisterFlagCompletionFunc("company", p.complete(theCompanies))
	_ = cmd.RegisterFlagCompletionFunc("person", p.complete(thePeople))
}

// theCompanies, thePeople and theItems are what to pick of names.
func theCompanies(n names, _ []string) []string { return n.Companies }

func thePeople(n names, _ []string) []string { return n.People }

// theItems are ids with what they are about; only the first argument is one.
func theItems(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	var ids []string
	for _, item := range n.Items {
		ids = append(ids, item.ID+"\t"+visible(item.About))
	}
	return ids
}

// oneCompany is for a verb that takes a single one.
func oneCompany(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	return n.Companies
}

// theReferences are whom to tell, and then about which position.
func theReferences(n names, args []string) []string {
	switch len(args) {
	case 0:
		return n.References
	case 1:
		return n.Companies
	}
	return nil
}

// itemsOrNames are whatever a letter may be about.
func itemsOrNames(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	return slices.Concat(theItems(n, nil), n.Companies, n.People)
}

// theSubjects are what may stand behind `debrief new KIND`.
func theSubjects(n names, args []string) []string {
	switch {
	case len(args) == 0:
		return newNotes
	case len(args) > 1 || args[0] == "reference" || args[0] == "log":
		return nil
	}
	return n.Companies
}

// explained are the rules and problems, then the items.
func explained(n names, args []string) []string {
	if len(args) > 0 {
		return nil
	}
	return slices.Concat(explainable(), theItems(n, nil))
}

package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"debrief/parser"
	"debrief/report"
)

const tellHelp = `Drafts what to say to one of your references, so that no call comes as a
surprise: which position, the posting, the résumé they have, who was met, what
was asked, and what they could speak to.

    debrief tell jane
    debrief tell 'Jane Doe' 'Acme as Platform Engineer' --format eml -o jane.eml

POSITION is a company, or COMPANY as ROLE. Without it there is a draft for each
position that this reference should hear of and has not, or knows of without
having your résumé. Nothing is saved into the journal, which has no place for a
letter to a reference; once it is sent, debrief done ITEM records it.`

// newTell returns the verb that drafts what to say to a reference.
func newTell(p *program) *cobra.Command {
	var f draftFlags
	cmd := &cobra.Command{
		Use:               "tell REFERENCE [POSITION]",
		Short:             "a draft of what to say to a reference",
		Long:              tellHelp,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: p.complete(theReferences),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return usage("debrief tell jane, for one", "tell needs the name of a reference")
			case 1, 2:
				return p.tell(cmd.Context(), &f, args[0], args[1:])
			}
			return usage("quote words that belong together", "tell takes a reference and a position, not %d words", len(args))
		},
	}
	f.register(cmd)
	return cmd
}

// tell prints what to say to a reference, or writes it into files.
func (p *program) tell(ctx context.Context, f *draftFlags, name string, about []string) error {
	journal, err := p.load(ctx, p.findRoot(f.journal.String()), nil)
	if err != nil {
		return err
	}
	r, err := p.build(ctx, journal, &f.now, time.Time{})
	if err != nil {
		return err
	}
	reference, err := referenceMeant(journal, name)
	if err != nil {
		return err
	}
	positions := report.ToTell(journal, r.Items, reference)
	if len(about) > 0 {
		position, err := positionMeant(journal, about[0])
		if err != nil {
			return err
		}
		positions = []*parser.Position{position}
	}
	if len(positions) == 0 {
		return p.print([]byte(fmt.Sprintf("%s knows all there is to know for now. Name a position to write all the same.\n", visible(reference.Name))))
	}
	var drafts []report.Draft
	for _, position := range positions {
		drafts = append(drafts, report.Telling(journal, r.Now, reference, position))
	}
	return p.handOver(f, drafts)
}

// referenceMeant returns the reference of that name, or the only one with that
// first or last name.
func referenceMeant(j *parser.Journal, word string) (*parser.Reference, error) {
	var names, like []string
	var found *parser.Reference
	for _, r := range j.References {
		if parser.SamePerson(r.Name, word) {
			return r, nil
		}
		names = append(names, r.Name)
		if isNamed(r.Name, word) {
			found, like = r, append(like, r.Name)
		}
	}
	switch len(like) {
	case 1:
		return found, nil
	case 0:
		hint := didYouMean(word, names)
		if hint == "" && len(names) > 0 {
			hint = "they are " + strings.Join(names, ", ")
		}
		return nil, usage(hint, "the journal has no reference called %q", word)
	}
	return nil, usage("write "+either(like), "%q is the name of several references", word)
}

// positionMeant returns the position of a company, or of a company and a role
// with `as` between them.
func positionMeant(j *parser.Journal, word string) (*parser.Position, error) {
	company, role, _ := cutAs(word)
	q := query{company: words(company)}
	known, err := q.employer(j)
	if err != nil {
		return nil, err
	}
	var at []*parser.Position
	for _, p := range j.Positions {
		if parser.SameCompany(p.Company, known) && (role == "" || parser.SameName(p.Role, role)) {
			at = append(at, p)
		}
	}
	switch len(at) {
	case 1:
		return at[0], nil
	case 0:
		return nil, usage("write the role as the note has it, or the company alone", "the journal has no position %q", word)
	}
	var each []string
	for _, p := range at {
		if p.Role != "" && !slices.Contains(each, p.Company+" as "+p.Role) {
			each = append(each, p.Company+" as "+p.Role)
		}
	}
	return nil, usage("write "+either(each), "there are %d positions at %s", len(at), known)
}

// cutAs parts a company from its role.
func cutAs(word string) (company, role string, ok bool) {
	at := strings.LastIndex(strings.ToLower(word), " as ")
	if at < 0 || at+len(" as ") > len(word) {
		return word, "", false
	}
	return strings.TrimSpace(word[:at]), strings.TrimSpace(word[at+len(" as "):]), true
}

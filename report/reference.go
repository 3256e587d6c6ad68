package report

import (
	"path"
	"slices"
	"strings"

	"debrief/parser"
)

// referencesMatter reports whether somebody might soon call a position's
// references: a round was held, they were asked for, or there is an offer.
func (v *view) referencesMatter(p *parser.Position) bool {
	return slices.ContainsFunc(p.Interviews, v.held) || v.requested(p) || v.offered(p)
}

// possibleReferences returns everyone who might be expected to speak for a
// position, whatever the time.
func (v *view) possibleReferences(p *parser.Position) []*parser.Reference {
	switch p.Expect {
	case parser.ExpectNone:
		return nil
	case parser.ExpectNamed:
		return mayBeAsked(p.References)
	}
	return v.expected
}

// expectedAnywhere returns everyone who might be expected to speak for a
// position whose note names nobody.
func expectedAnywhere(j *parser.Journal) []*parser.Reference {
	if j.Search.ReferencesSet {
		return mayBeAsked(j.Search.References)
	}
	return mayBeAsked(slices.DeleteFunc(slices.Clone(j.References), func(r *parser.Reference) bool { return !r.Active }))
}

// mayBeAsked returns those of some references who have not said no, each once.
func mayBeAsked(people []*parser.Reference) []*parser.Reference {
	var asked []*parser.Reference
	for _, r := range people {
		if r.Permission != parser.PermissionNo && !slices.Contains(asked, r) {
			asked = append(asked, r)
		}
	}
	return asked
}

// expectsReferences reports whether anybody is expected to speak for a
// position now. `later` holds until they are asked for or there is an offer.
func (v *view) expectsReferences(p *parser.Position) bool {
	return p.Expect != parser.ExpectLater || v.requested(p) || v.offered(p)
}

// expectsAnybody reports whether a position expects somebody to speak for it,
// known by name or not.
func (v *view) expectsAnybody(p *parser.Position) bool {
	switch p.Expect {
	case parser.ExpectNone:
		return false
	case parser.ExpectNamed:
		return true
	}
	search := v.journal.Search
	return !search.ReferencesSet || len(search.References) > 0
}

// told returns the event by which a reference learnt of a position, nil while
// they have not.
func (v *view) told(r *parser.Reference, p *parser.Position) *parser.Event {
	for _, e := range v.toldOf()[toldKey{r, p}] {
		if v.happened(e.When) {
			return e
		}
	}
	return nil
}

// A toldKey is a reference and a position they may have been told about.
type toldKey struct {
	reference *parser.Reference
	position  *parser.Position
}

func toldEvents(references []*parser.Reference) map[toldKey][]*parser.Event {
	index := map[toldKey][]*parser.Event{}
	for _, r := range references {
		for _, e := range r.Events {
			if e.What != parser.Told {
				continue
			}
			for _, p := range e.Positions {
				index[toldKey{r, p}] = append(index[toldKey{r, p}], e)
			}
		}
	}
	return index
}

// asked reports whether a reference was ever asked for permission, or told of
// anything, which asks by itself.
func (v *view) asked(r *parser.Reference) bool {
	return r.Permission != parser.PermissionUnknown || slices.ContainsFunc(r.Events, func(e *parser.Event) bool {
		return (e.What == parser.Asked || e.What == parser.Told) && v.happened(e.When)
	})
}

// appliedOn returns when a position was applied for, undated when nobody wrote
// it down.
func (v *view) appliedOn(p *parser.Position) parser.When {
	for _, e := range p.Events {
		if e.What == parser.AppliedTo && e.When.Known() && v.happened(e.When) {
			return e.When
		}
	}
	return parser.When{}
}

// appliedWith returns the résumé a position was applied with, "" when not
// known.
func appliedWith(p *parser.Position) string {
	if p.Resume != "" {
		return p.Resume
	}
	for _, e := range p.Events {
		if e.What == parser.AppliedTo && e.ResumeFile != "" {
			return e.ResumeFile
		}
	}
	return ""
}

// sameFile reports whether two notes name the same file, with its folder or
// without.
func sameFile(a, b string) bool {
	name := func(file string) string {
		return strings.ToLower(path.Base(strings.ReplaceAll(file, `\`, "/")))
	}
	return a != "" && b != "" && name(a) == name(b)
}

// sentFile reports whether an event sent a file along.
func sentFile(e *parser.Event, file string) bool {
	return sameFile(e.ResumeFile, file) ||
		slices.ContainsFunc(e.Files, func(f string) bool { return sameFile(f, file) })
}

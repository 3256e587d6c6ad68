package report

import (
	"fmt"
	"slices"
	"strings"

	"debrief/parser"
)

// fieldBelow is a field to add below the one at place, where that is YAML with
// one field to a line; false where it is not, or where the field is written
// already under its key or an alias.
func (v *view) fieldBelow(place parser.Place, value, key string, aliases ...string) (*Record, bool) {
	if place.Source == nil {
		return nil, false
	}
	n := v.noteOf(place.Source)
	line := place.Start().Line - 1
	if !n.yaml || line >= n.body {
		return nil, false
	}
	column, _, ok := n.keyAt(line)
	written := slices.ContainsFunc(n.siblings(line), func(k string) bool {
		return k == key || slices.Contains(aliases, k)
	})
	if !ok || written {
		return nil, false
	}
	text := strings.TrimRight(fmt.Sprintf("%s%s: %s", strings.Repeat(" ", column), key, value), " ")
	return &Record{File: place.Path(), Line: line + 1, Text: text}, true
}

// yamlText quotes a name where YAML would read more into it.
func yamlText(name string) string {
	if strings.ContainsAny(name, `:{}[],&*#?|-<>=!%@\"'`+"`") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(name) + `"`
	}
	return name
}

// offerField is a field to add to an application's offer, where that is
// written one field to a line; nil where it is not.
func (v *view) offerField(p *parser.Position, key, value string) *Record {
	if !p.Offer.Given {
		if record, ok := v.fieldBelow(p.Place, "{"+key+": "+value+"}", "offer"); ok && p.Declared {
			return record
		}
		return nil
	}
	n := v.noteOf(p.Offer.Place.Source)
	line := p.Offer.Place.Start().Line - 1
	if line >= n.body {
		return nil
	}
	switch _, first, _ := n.keyAt(line); first {
	case "on", "respond_by", "written", "accepted", "declined": // one line each
		if record, ok := v.fieldBelow(p.Offer.Place, value, key); ok {
			return record
		}
	}
	return nil
}

// decisionRecord is the field for the day of a decision, in the round's note or
// the application's; the day itself is the person's to fill in. Nil where
// neither has fields of YAML.
func (v *view) decisionRecord(p *parser.Position, iv *parser.Interview) *Record {
	for _, place := range []parser.Place{iv.Place, p.Place} {
		if record, ok := v.fieldBelow(place, "", "decision_by", "hear_back_by"); ok {
			return record
		}
	}
	return nil
}

package main

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"debrief/parser"
)

// A registry knows the positions there are, so that none is imported twice.
type registry struct {
	// named are the positions by the first letter of their company: every
	// spelling of a name that is the same begins with the same letter.
	named map[rune][]registered
	links map[string]registered
}

// A registered position, and where it is.
type registered struct {
	position *parser.Position
	where    string
}

// newRegistry registers the positions that have a note of their own. One that
// only an interview or a log line speaks of lacks the very note that a row can
// give it.
func newRegistry(j *parser.Journal) *registry {
	r := &registry{map[rune][]registered{}, map[string]registered{}}
	for _, p := range j.Positions {
		if p.Declared {
			start := p.Place.Start()
			r.add(p, fmt.Sprintf("%s:%d", p.Place.Path(), start.Line))
		}
	}
	return r
}

func (r *registry) add(p *parser.Position, where string) {
	first := firstLetter(p.Company)
	r.named[first] = append(r.named[first], registered{p, where})
	if link := postingLink(p.URL); link != "" {
		if _, there := r.links[link]; !there {
			r.links[link] = registered{p, where}
		}
	}
}

func firstLetter(name string) rune {
	first, _ := utf8.DecodeRuneInString(parser.FoldName(name))
	return first
}

// find says where a position is already, "" when it is new: the same company
// and role, as the journal compares names, or the same posting. Of two at one
// company of which one has no role they are the same, as they are to a log line.
func (r *registry) find(p *parser.Position) string {
	for _, known := range r.named[firstLetter(p.Company)] {
		if samePosition(known.position, p) {
			return known.where
		}
	}
	return r.links[postingLink(p.URL)].where
}

func samePosition(a, b *parser.Position) bool {
	if a.Undisclosed || b.Undisclosed {
		// Each is a position of its own, unless it is the same in all it says.
		return a.Undisclosed && b.Undisclosed && a.Company == b.Company && parser.SameName(a.Role, b.Role) &&
			appliedOn(a) == appliedOn(b) && a.URL == b.URL
	}
	return parser.SameCompany(a.Company, b.Company) && (a.Role == "" || b.Role == "" || parser.SameName(a.Role, b.Role))
}

// appliedOn is when a position was applied for.
func appliedOn(p *parser.Position) parser.When {
	for _, e := range p.Events {
		if e.What == parser.AppliedTo {
			return e.When
		}
	}
	return parser.When{}
}

// postingLink is an address in the form in which it is compared, "" where it
// may be of more than one posting: a front page, or /careers and its like.
func postingLink(address string) string {
	address = strings.TrimSpace(address)
	if address != "" && !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	way := strings.Trim(u.Path, "/")
	if !strings.Contains(way, "/") && u.RawQuery == "" && !strings.ContainsAny(way, "0123456789") {
		return ""
	}
	link := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + "/" + way
	if u.RawQuery != "" {
		link += "?" + u.RawQuery
	}
	return link
}

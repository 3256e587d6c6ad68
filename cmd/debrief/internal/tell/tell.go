// Package tell tells somebody that the report has changed: a command of the
// user's, and the desktop. It knows neither notes nor rules; whoever makes the
// report hands over plain items.
//
//	command := tell.NewCommand(tell.CommandOptions{Script: "sync-todo", Journal: dir, Failed: remark})
//	desktop := tell.NewDesktop(tell.DesktopOptions{Journal: dir, Env: env, Failed: remark})
//	for state := range states {
//		command.Tell(state)
//		again := desktop.Tell(state, quiet)
//		// call desktop.Tell once more at again, unless that is zero
//	}
//	err := errors.Join(command.Close(ctx), desktop.Close(ctx))
//
// Neither Tell ever waits for a process. Text from a journal reaches a process
// on its standard input, as an argument of its own or in its environment, and
// is never part of something that is parsed as a program or as options.
package tell

import (
	"encoding/json"
	"time"
)

// Urgencies of items, as in the JSON report.
const (
	Overdue = "overdue" // too late already
	Due     = "due"     // to be done by some time
	Advice  = "advice"  // worth a thought
)

// An Item is one thing the report says is owed.
type Item struct {
	// ID is the same for as long as the same thing is owed.
	ID string
	// Urgency is Overdue, Due or Advice.
	Urgency string
	// Since is when the thing came to be owed, in any form that stays the same
	// while that does. When it differs, the item counts as another one.
	Since string
	// Title and Body are what a person is told, the body being optional. They
	// may hold anything: they are cleaned where they are used.
	Title, Body string
	// JSON is the item as in the JSON report.
	JSON json.RawMessage
}

// A State is what the report says at one instant. It is not changed any more
// once it has been handed over, nor are its slices.
type State struct {
	// Now is the instant of the report, in the zone of the report.
	Now time.Time
	// Items are in the order of the report.
	Items []Item
	// Counts is the object `counts` of the JSON report.
	Counts json.RawMessage
	// Digest differs between two reports that say something different, even
	// where their items are the same. It must not depend on Now alone.
	Digest string
}

// A Change is what differs between the items of two reports.
type Change struct {
	New     []Item // not there before
	Changed []Item // there before with another urgency; as they are now
	Cleared []Item // not there any more; as they were
}

// Empty reports whether nothing differs.
func (c Change) Empty() bool { return len(c.New)+len(c.Changed)+len(c.Cleared) == 0 }

// A key is what makes two items the same to those who are told.
type key struct{ id, urgency string }

func (it Item) key() key { return key{it.ID, it.Urgency} }

// Diff returns how after differs from before. New and Changed are in the order
// of after, Cleared in that of before. Items with the same id and urgency
// count once.
func Diff(before, after []Item) Change {
	was, wasIDs := index(before)
	_, areIDs := index(after)
	var c Change
	for _, it := range distinct(after) {
		switch {
		case !wasIDs[it.ID]:
			c.New = append(c.New, it)
		case !was[it.key()]:
			c.Changed = append(c.Changed, it)
		}
	}
	for _, it := range distinct(before) {
		if !areIDs[it.ID] {
			c.Cleared = append(c.Cleared, it)
		}
	}
	return c
}

func index(items []Item) (keys map[key]bool, ids map[string]bool) {
	keys, ids = map[key]bool{}, map[string]bool{}
	for _, it := range items {
		keys[it.key()], ids[it.ID] = true, true
	}
	return keys, ids
}

// distinct leaves out the items whose id and urgency an earlier one has.
func distinct(items []Item) []Item {
	seen := map[key]bool{}
	var out []Item
	for _, it := range items {
		if !seen[it.key()] {
			seen[it.key()] = true
			out = append(out, it)
		}
	}
	return out
}

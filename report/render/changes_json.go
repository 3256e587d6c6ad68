package render

import (
	"fmt"
	"io"
	"time"

	"debrief/report"
)

// ChangesJSON writes changes in the stable form of docs/changes.schema.json.
func ChangesJSON(w io.Writer, c *report.Changes, _ Options) error {
	zone := zoneOf(c.Zone)
	b, err := marshal(changesObject{
		Schema: "debrief/changes/v1",
		From:   c.From.In(zone).Format(time.RFC3339), To: c.To.In(zone).Format(time.RFC3339), Timezone: zone.String(),
		Before: owedObject{c.Before.Overdue, c.Before.Due}, After: owedObject{c.After.Overdue, c.After.Due},
		Deeds: deedsObject(c.Deeds), Complete: !c.Lossy,
		Done: changeObjects(c.Done, zone), Owed: changeObjects(c.Owed, zone),
		Overdue: changeObjects(c.Overdue, zone), Gone: changeObjects(c.Gone, zone),
	})
	if err != nil {
		return fmt.Errorf("encode the changes: %w", err)
	}
	return emit(w, b)
}

type changesObject struct {
	Schema   string         `json:"schema"`
	From     string         `json:"from"`
	To       string         `json:"to"`
	Timezone string         `json:"timezone"`
	Before   owedObject     `json:"before"`
	After    owedObject     `json:"after"`
	Complete bool           `json:"complete"`
	Deeds    deedsObject    `json:"deeds"`
	Done     []changeObject `json:"done"`
	Owed     []changeObject `json:"owed"`
	Overdue  []changeObject `json:"overdue"`
	Gone     []changeObject `json:"gone"`
}

type owedObject struct {
	Overdue int `json:"overdue"`
	Due     int `json:"due"`
}

type deedsObject struct {
	Applications int `json:"applications"`
	Outreach     int `json:"outreach"`
	Interviews   int `json:"interviews"`
	ThankYous    int `json:"thank_yous"`
	Told         int `json:"told"`
}

type changeObject struct {
	ID       string  `json:"id"`
	Rule     string  `json:"rule"`
	Urgency  string  `json:"urgency"`
	Company  string  `json:"company"`
	Role     string  `json:"role"`
	Person   string  `json:"person"`
	Due      *string `json:"due"`
	At       *string `json:"at"`
	Recorded *string `json:"recorded"`
	Late     bool    `json:"late"`
	Why      string  `json:"why"`
	Message  string  `json:"message"`
	File     string  `json:"file"`
	Line     int     `json:"line"`
}

func changeObjects(changes []report.Change, zone *time.Location) []changeObject {
	objects := make([]changeObject, 0, len(changes))
	for _, c := range changes {
		it := c.Item
		o := changeObject{
			ID: it.ID, Rule: it.Rule, Urgency: string(it.Urgency),
			Company: it.Company, Role: it.Role, Person: it.Person,
			Due: instantOf(it.Due, zone), At: instantOf(c.At, zone), Recorded: instantOf(c.Recorded, zone),
			Late: c.Late, Why: c.Why, Message: it.Message, File: it.Place.Path(),
		}
		if o.File != "" {
			o.Line = it.Place.Start().Line
		}
		objects = append(objects, o)
	}
	return objects
}

// instantOf is an instant for JSON, nil for the zero one.
func instantOf(t time.Time, zone *time.Location) *string {
	if t.IsZero() {
		return nil
	}
	s := t.In(zone).Format(time.RFC3339)
	return &s
}

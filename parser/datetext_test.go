package parser

import (
	"errors"
	"testing"
)

func TestReadDate(t *testing.T) {
	tests := []struct {
		text  string
		order DateOrder
		want  string    // as it is written into a note
		id    ProblemID // or why it is not
		shown DateOrder
	}{
		{text: "2026-11-18", want: "2026-11-18"},
		{text: " 18.11.2026 ", want: "2026-11-18"},
		{text: "3/14/24, 9:51 AM", want: "2024-03-14 09:51", shown: OrderMDY},
		{text: "2026-11-18T14:00:00.000Z", want: "2026-11-18T14:00:00Z"},
		{text: "25/12/2026", want: "2026-12-25", shown: OrderDMY},
		{text: "12-25-2026", want: "2026-12-25", shown: OrderMDY},
		{text: "Fri 25/12/2026", want: "2026-12-25", shown: OrderDMY},
		{text: "03/04/2026", id: AmbiguousDate},
		{text: "03/04/2026", order: OrderDMY, want: "2026-04-03"},
		{text: "03/04/2026", order: OrderMDY, want: "2026-03-04"},
		{text: "04/04/2026", want: "2026-04-04"},
		{text: "13/13/2026", id: BadDate},
		{text: "45614", id: BadDate},
		{text: "yesterday", id: RelativeDate},
		{text: "18.11.", id: MissingYear},
	}
	for _, test := range tests {
		got := ""
		m, err := ReadDate(test.text)
		if err == nil {
			var day Civil
			if day, err = m.Date(test.order); err == nil {
				got = m.Plain(day)
			}
		}
		refusal, refused := errors.AsType[*DateError](err)
		switch {
		case refused && refusal.ID != test.id:
			t.Errorf("%q: refused as %s: %v", test.text, refusal.ID, err)
		case got != test.want || refused != (test.id != ""):
			t.Errorf("%q: got %q and %v, want %q", test.text, got, err, test.want)
		}
		if shown := OrderShown(test.text); shown != test.shown {
			t.Errorf("%q shows the order %d, want %d", test.text, shown, test.shown)
		}
	}
}

func TestReadStatus(t *testing.T) {
	for word, want := range map[string]string{
		"Applied": "applied", " wish list ": "lead", "ON HOLD": "on-hold", "Ghosted": "ghosted", "take-home": "assessment", "?": "", "": "", "elsewhere": "",
	} {
		if got, ok := ReadStatus(word); got != want || ok != (want != "") {
			t.Errorf("%q is %q, want %q", word, got, want)
		}
	}
}

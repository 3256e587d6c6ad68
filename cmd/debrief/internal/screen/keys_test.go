package screen

import "testing"

func TestDecode(t *testing.T) {
	tests := []struct {
		typed string
		want  []key
	}{
		{"q", []key{keyQuit}},
		{"Q\x03\x04", []key{keyQuit, keyQuit, keyQuit}},
		{"r\x0c", []key{keyReread, keyReread}},
		{"\x1a", []key{keySuspend}},
		{"jk b gG", []key{keyDown, keyUp, keyPageDown, keyPageUp, keyPageDown, keyHome, keyEnd}},
		{"\x1b[A\x1b[B\x1bOA\x1bOB", []key{keyUp, keyDown, keyUp, keyDown}},
		{"\x1b[5~\x1b[6~", []key{keyPageUp, keyPageDown}},
		{
			"\x1b[H\x1b[F\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1bOH\x1bOF",
			[]key{keyHome, keyEnd, keyHome, keyEnd, keyHome, keyEnd, keyHome, keyEnd},
		},
		{"\x1b[1;5A\x1b[6;2~", []key{keyUp, keyPageDown}}, // with Ctrl and Shift
		{"\x1b", nil},
		{"\x1bq", []key{keyQuit}},
		{"\x1b\x1b[A", []key{keyUp}},
		{"\x1b[3~\x1b[15~\x1b[200~\x1b[?1;2c\x1b[[A", nil}, // Del, F5, paste, an answer, F1
		{"\x1b[12\x03", []key{keyQuit}},
		{"\x1b[99999999999999999999~j", []key{keyDown}},
		{"xéq漢", []key{keyQuit}},
	}
	for _, test := range tests {
		var d decoder
		var got []key
		for i := range len(test.typed) { // each byte may come alone
			if k := d.decode(test.typed[i]); k != noKey {
				got = append(got, k)
			}
		}
		if len(got) != len(test.want) {
			t.Errorf("%q: got %v, want %v", test.typed, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%q: got %v, want %v", test.typed, got, test.want)
			}
		}
	}
}

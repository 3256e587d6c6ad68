package table

import (
	"encoding/binary"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	plain := &Table{
		Columns: []string{"Company", "Role", "Notes"}, Delimiter: ',',
		Rows: []Row{{2, []string{"Acme", "Engineer", "a, b; c"}}, {3, []string{"Müller & Söhne", "", "two\nlines"}}},
	}
	with := func(change func(t *Table)) *Table {
		changed := *plain
		changed.Rows = append([]Row(nil), plain.Rows...)
		change(&changed)
		return &changed
	}
	const text = "Company,Role,Notes\nAcme,Engineer,\"a, b; c\"\nMüller & Söhne,,\"two\nlines\"\n"
	semicolons := "Company;Role;Notes\nAcme;Engineer;\"a, b; c\"\nMüller & Söhne;;\"two\nlines\"\n"
	tests := map[string]struct {
		file string
		want *Table
	}{
		"plain":                   {text, plain},
		"Windows":                 {strings.ReplaceAll(text, "\n", "\r\n"), plain},
		"old Mac":                 {strings.ReplaceAll(text, "\n", "\r"), plain},
		"no last line end":        {strings.TrimSuffix(text, "\n"), plain},
		"mark":                    {"\xEF\xBB\xBF" + text, plain},
		"mark before a quote":     {"\xEF\xBB\xBF\"Company\"" + text[len("Company"):], plain},
		"semicolons":              {semicolons, with(func(t *Table) { t.Delimiter = ';' })},
		"tabs":                    {strings.NewReplacer("Company,Role,Notes", "Company\tRole\tNotes", "Acme,Engineer,", "Acme\tEngineer\t", "Söhne,,", "Söhne\t\t").Replace(text), with(func(t *Table) { t.Delimiter = '\t' })},
		"UTF-16":                  {utf16Of("\uFEFF"+text, binary.LittleEndian), plain},
		"UTF-16, other end":       {utf16Of("\uFEFF"+text, binary.BigEndian), plain},
		"UTF-16 without a mark":   {utf16Of(text, binary.LittleEndian), plain},
		"UTF-16, other, unmarked": {utf16Of(text, binary.BigEndian), plain},
		"Excel's own line":        {"sep=;\r\n" + semicolons, with(func(t *Table) { t.Delimiter = ';'; t.Rows = []Row{{3, t.Rows[0].Cells}, {4, t.Rows[1].Cells}} })},
		"blank columns and rows": {"Company,Role,Notes,,\n,,,,\nAcme,Engineer,\"a, b; c\",,\n\nMüller & Söhne,,\"two\nlines\",,\n", with(func(t *Table) {
			t.Rows = []Row{{3, append(t.Rows[0].Cells, "", "")}, {5, append(t.Rows[1].Cells, "", "")}}
		})},
		"a title": {"My search\n\n" + text, with(func(t *Table) {
			t.Above = []Row{{1, []string{"My search"}}}
			t.Rows = []Row{{4, t.Rows[0].Cells}, {5, t.Rows[1].Cells}}
		})},
		"a column without a name":  {"Company,,Role\nAcme,x,y\n", &Table{Columns: []string{"Company", "Column 2", "Role"}, Rows: []Row{{2, []string{"Acme", "x", "y"}}}, Delimiter: ','}},
		"a header on two lines":    {"\"Date\napplied\",Role\n1,2\n", &Table{Columns: []string{"Date applied", "Role"}, Rows: []Row{{3, []string{"1", "2"}}}, Delimiter: ','}},
		"one column":               {"Company\nAcme\nGlobex\n", &Table{Columns: []string{"Company"}, Rows: []Row{{2, []string{"Acme"}}, {3, []string{"Globex"}}}, Delimiter: ','}},
		"the header alone":         {"Company;Role\n", &Table{Columns: []string{"Company", "Role"}, Delimiter: ';'}},
		"commas in every sentence": {"A;B\n\"x\";a, b, c\ny;d, e, f\n", &Table{Columns: []string{"A", "B"}, Rows: []Row{{2, []string{"x", "a, b, c"}}, {3, []string{"y", "d, e, f"}}}, Delimiter: ';'}},
	}
	for name, test := range tests {
		got, err := Read([]byte(test.file), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	tests := map[string]struct {
		file, encoding string
		line           int
		message, hint  string
	}{
		"nothing":        {"", "", 0, "there is nothing in it", "its first row"},
		"blanks":         {" , \n\n,\n", "", 0, "there is nothing in it", "its first row"},
		"a bare quote":   {"A,B\nx,27\" screen\n", "", 2, "in the middle of a cell", `27""`},
		"a quote inside": {"A,B\n\"x\" y,z\n", "", 2, "a quote ends in the middle", `27""`},
		"a quote open":   {"A,B\nx,y\n\"z,1\na,b\n", "", 3, "opened here and not closed", `27""`},
		"old bytes":      {"A,B\nM\xFCller,1\n", "", 2, "not UTF-8", `--encoding windows-1252 if this is "Müller"`},
		"cut off":        {"\xFF\xFEA", "", 0, "in the middle of a character", "cut off"},
		"half":           {utf16Of("\uFEFFA,B\n", binary.LittleEndian) + "\x00\xD8", "", 2, "half a character", "UTF-8"},
		"NUL":            {"A,B\nx,y\x00\n", "", 2, "NUL", "UTF-8"},
		"large":          {strings.Repeat("x", MaxFile+1), "", 0, "larger than 32 MiB", "the sheet alone"},
	}
	for name, test := range tests {
		_, err := Read([]byte(test.file), test.encoding)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Line != test.line || !strings.Contains(e.Message, test.message) || !strings.Contains(e.Hint, test.hint) {
			t.Errorf("%s: got %#v", name, err)
		}
	}
}

func TestOldEncodings(t *testing.T) {
	for encoding, file := range map[string]string{
		"windows-1252": "Firma\nM\xFCller \x96 S\xF6hne\n", "macintosh": "Firma\nM\x9Fller \xD0 S\x9Ahne\n",
	} {
		got, err := Read([]byte(file), encoding)
		if err != nil || got.Rows[0].Cells[0] != "Müller – Söhne" {
			t.Errorf("%s: %v, %v", encoding, got, err)
		}
	}
}

func TestRagged(t *testing.T) {
	table, err := Read([]byte("A,B,C\n1,2,3\n1,2\n1,2,3,,\n1,2,3,4\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, r := range table.Ragged() {
		lines = append(lines, r.Line)
	}
	if diff := cmp.Diff([]int{3, 5}, lines); diff != "" {
		t.Error(diff)
	}
}

func utf16Of(text string, order binary.ByteOrder) string {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		var two [2]byte
		order.PutUint16(two[:], unit)
		b = append(b, two[:]...)
	}
	return string(b)
}

// FuzzRead holds that reading never panics, that a table is sound, and that
// what was read and written again is read as the same.
func FuzzRead(f *testing.F) {
	f.Add([]byte("Company,Role\nAcme,\"a \"\"b\"\"\nc\"\n"))
	f.Add([]byte("sep=;\r\nA;B\r\n1;2\r\n"))
	f.Add([]byte(utf16Of("\uFEFFA\tB\r\n1\tü\r\n", binary.LittleEndian)))
	f.Add([]byte("A|B\rM\xFCller|2\r"))
	f.Fuzz(func(t *testing.T, file []byte) {
		table, err := Read(file, "")
		if err != nil {
			if e, ok := errors.AsType[*Error](err); !ok || e.Message == "" {
				t.Fatalf("%v is no *Error", err)
			}
			return
		}
		last := 0
		for _, r := range table.Rows {
			if r.Line <= last || filled(r.Cells) == 0 {
				t.Fatalf("row of line %d after line %d: %q", r.Line, last, r.Cells)
			}
			last = r.Line
			for _, c := range r.Cells {
				if !utf8.ValidString(c) || strings.ContainsRune(c, 0) {
					t.Fatalf("%q is no text", c)
				}
			}
		}
		var again strings.Builder
		w := csv.NewWriter(&again)
		for _, r := range table.Rows {
			if err := w.Write(r.Cells); err != nil {
				t.Fatal(err)
			}
		}
		w.Flush()
		read, err := records(again.String(), ',')
		if err != nil {
			t.Fatal(err)
		}
		if len(read) != len(table.Rows) {
			t.Fatalf("%d rows became %d", len(table.Rows), len(read))
		}
		for i, r := range table.Rows {
			// A lone carriage return before a line feed is the one thing that a
			// cell cannot hold.
			if diff := cmp.Diff(r.Cells, read[i].Cells); diff != "" && !strings.Contains(strings.Join(r.Cells, ""), "\r") {
				t.Fatal(diff)
			}
		}
	})
}

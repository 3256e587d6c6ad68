package parser

import "testing"

func TestSalvageYAML(t *testing.T) { runReadingCases(t, salvageCases) }

var salvageCases = []readingCase{
	{
		name: "values that YAML refuses cost themselves only",
		note: "---\n" +
			"company: Acme\n" +
			"role: Engineer: Platform # really\n" +
			"with: @dana\n" +
			"bold: *bold*\n" +
			"share: %\n" +
			"tick: `x`\n" +
			"after: \"x\" y\n" +
			"path: \"C:\\Users\"\n" +
			"at: - x\n" +
			"where: Köln: Süd\n" +
			"ok: yes\n" +
			"---\n" +
			"Body\n",
		want: "yaml 2:1 map \"company:\"…\"\\nok: yes\"\n" +
			" 2:1 company = 2:10 Acme\n" +
			" 3:1 role = 3:7 broken \"Engineer: Platform\"\n" +
			" 4:1 with = 4:7 broken \"@dana\"\n" +
			" 5:1 bold = 5:7 broken \"*bold*\"\n" +
			" 6:1 share = 6:8 broken \"%\"\n" +
			" 7:1 tick = 7:7 broken \"`x`\"\n" +
			" 8:1 after = 8:8 broken \"\\\"x\\\" y\"\n" +
			" 9:1 path = 9:7 broken \"\\\"C:\\\\Users\\\"\"\n" +
			" 10:1 at = 10:5 broken \"- x\"\n" +
			" 11:1 where = 11:8 broken \"Köln: Süd\"\n" +
			" 12:1 ok = 12:5 yes\n" +
			"body \"Body\" partial\n" +
			"3:7-3:25 bad-frontmatter: the value holds a colon, which reads as one more key => role: \"Engineer: Platform\" # really\n" +
			"4:7-4:12 bad-frontmatter: a value cannot begin with @ => with: \"@dana\"\n" +
			"5:7-5:13 bad-frontmatter: a value cannot begin with * => bold: \"*bold*\"\n" +
			"6:8-6:9 bad-frontmatter: a value cannot begin with % => share: \"%\"\n" +
			"7:7-7:10 bad-frontmatter: a value cannot begin with ` => tick: \"`x`\"\n" +
			"8:8-8:13 bad-frontmatter: text follows the closing quote => after: '\"x\" y'\n" +
			"9:7-9:17 bad-frontmatter: a backslash in double quotes has a meaning of its own => path: 'C:\\Users'\n" +
			"10:5-10:8 bad-frontmatter: a list cannot begin on the line of its key => at: \"- x\"\n" +
			"11:8-11:19 bad-frontmatter: the value holds a colon, which reads as one more key => where: \"Köln: Süd\"\n",
	},
	{
		name: "a quote that is never closed",
		note: `---
company: "Acme
role: Engineer
via: 'Hays
status: done
---
`,
		want: `yaml 2:1 map "company:"…"us: done"
 2:1 company = 2:10 broken "\"Acme"
 3:1 role = 3:7 Engineer
 4:1 via = 4:6 broken "'Hays"
 5:1 status = 5:9 done
body "" partial
2:10-2:15 bad-frontmatter: the quote at the start is never closed => company: "Acme"
4:6-4:11 bad-frontmatter: the quote at the start is never closed => via: 'Hays'
`,
	},
	{
		name: "a quote that swallows the next key",
		note: `---
company: "Acme
role: Engineer"
status: done
---
`,
		want: `yaml 2:1 map "company:"…"us: done"
 2:1 company = 2:10 broken "\"Acme"
 3:1 role = 3:7 Engineer"
 4:1 status = 4:9 done
body "" partial
2:10-2:15 bad-frontmatter: the quote at the start is never closed => company: "Acme"
`,
	},
	{
		name: "brackets that are never closed",
		note: `---
people: [Dana, Li
offer: {on: 2026-01-01
role: Engineer
---
`,
		want: `yaml 2:1 map "people: "…"Engineer"
 2:1 people = 2:9 broken "[Dana, Li"
 3:1 offer = 3:8 broken "{on: 2026-01-01"
 4:1 role = 4:7 Engineer
body "" partial
2:9-2:18 bad-frontmatter: the [ here is never closed => people: [Dana, Li]
3:8-3:23 bad-frontmatter: the { here is never closed => offer: {on: 2026-01-01}
`,
	},
	{
		name: "one bad item of a list",
		note: `---
interviewers:
  - @dana
  - Li Wei
  - note: he said: call back
    to: Tom
  -
    @x
tags: [@a, b]
company: Acme
---
`,
		want: `yaml 2:1 map "intervie"…"ny: Acme"
 2:1 interviewers = 3:3 list "- @dana\n"…"-\n    @x"
   - 3:5 broken "@dana"
   - 4:5 Li Wei
   - 5:5 map "note: he"…" to: Tom"
     5:5 note = 5:11 broken "he said: call back"
     6:5 to = 6:9 Tom
   - 8:5 broken "@x"
 9:1 tags = 9:7 broken "[@a, b]"
 10:1 company = 10:10 Acme
body "" partial
3:5-3:10 bad-frontmatter: a value cannot begin with @ =>   - "@dana"
5:11-5:29 bad-frontmatter: the value holds a colon, which reads as one more key =>   - note: "he said: call back"
8:5-8:7 bad-frontmatter: a value cannot begin with @ =>     "@x"
9:7-9:14 bad-frontmatter: the list here cannot be read
`,
	},
	{
		name: "one bad pair of a mapping",
		note: `---
told:
  Acme: 2026-01-01
  Globex: a: b
  Initech: yes
company: Acme
---
`,
		want: `yaml 2:1 map "told:\n  "…"ny: Acme"
 2:1 told = 3:3 map "Acme: 20"…"ech: yes"
   3:3 Acme = 3:9 2026-01-01
   4:3 Globex = 4:11 broken "a: b"
   5:3 Initech = 5:12 yes
 6:1 company = 6:10 Acme
body "" partial
4:11-4:15 bad-frontmatter: the value holds a colon, which reads as one more key =>   Globex: "a: b"
`,
	},
	{
		name: "lines without a key",
		note: `---
company:Acme
role = Engineer
Some prose, on
two lines.
status: done
---
`,
		want: "yaml 2:1 map \"company:\"…\"us: done\"\n" +
			" 2:1 company = 2:9 broken \"Acme\"\n" +
			" 3:1 role = 3:8 broken \"Engineer\"\n" +
			" 6:1 status = 6:9 done\n" +
			"body \"\" partial\n" +
			"2:1-2:13 bad-frontmatter: a space is missing after the colon => company: Acme\n" +
			"3:1-3:16 bad-frontmatter: an equals sign stands where YAML has a colon => role: Engineer\n" +
			"4:1-5:11 bad-frontmatter: these lines are no `key: value`\n",
	},
	{
		name: "a line indented below a whole value",
		note: `---
company: Acme
  role: Engineer
status: done
---
`,
		want: `yaml 2:1 map "company:"…"us: done"
 2:1 company = 2:10 Acme
 3:3 role = 3:9 broken "Engineer"
 4:1 status = 4:9 done
body "" partial
3:3-3:17 bad-frontmatter: this line is indented, and the line above has a value already
`,
	},
	{
		name: "a slip of indentation loses nothing",
		note: `---
 company: Acme
role: Engineer
---
`,
		want: `yaml 2:2 map "company:"…"Engineer"
 2:2 company = 2:11 Acme
 3:1 role = 3:7 Engineer
body ""
`,
	},
	{
		name: "comments, blank lines and lists at the margin",
		note: `---
# top
company: Acme

people:
# who
- Ana

- Tom: x: y
  # inner
bad: @
---
`,
		want: `yaml 3:1 map "company:"…"r\nbad: @"
 3:1 company = 3:10 Acme
 5:1 people = 7:1 list "- Ana\n\n-"…"om: x: y"
   - 7:3 Ana
   - 9:3 map "Tom: x: y"
     9:3 Tom = 9:8 broken "x: y"
 11:1 bad = 11:6 broken "@"
body "" partial
9:8-9:12 bad-frontmatter: the value holds a colon, which reads as one more key => - Tom: "x: y"
11:6-11:7 bad-frontmatter: a value cannot begin with @ => bad: "@"
`,
	},
	{
		name: "keys twice in a damaged block",
		note: `---
company: Acme
bad: @
COMPANY: Globex
---
`,
		want: `yaml 2:1 map "company:"…"e\nbad: @"
 2:1 company = 2:10 Acme
 3:1 bad = 3:6 broken "@"
body "" partial
3:6-3:7 bad-frontmatter: a value cannot begin with @ => bad: "@"
4:1-4:8 duplicate-key: "COMPANY" is written twice; the first counts
`,
	},
	{
		name: "more than one document",
		note: `---
company: Acme
...
role: Engineer
--- x
---
`,
		want: "yaml 2:1 map \"company:\"…\"Engineer\"\n" +
			" 2:1 company = 2:10 Acme\n" +
			" 4:1 role = 4:7 Engineer\n" +
			"body \"\" partial\n" +
			"5:1-5:6 bad-frontmatter: this line is no `key: value`, and belongs to none\n",
	},
	{
		name: "an invisible character",
		note: "---\n" +
			"company: Acme\a\n" +
			"role: Engineer\n" +
			"---\n",
		want: `yaml 2:1 map "company:"…"Engineer"
 2:1 company = 2:10 broken "Acme\a"
 3:1 role = 3:7 Engineer
body "" partial
2:10-2:15 bad-frontmatter: the value holds a character that cannot be seen => company: Acme
`,
	},
	{
		name: "an alias without its anchor",
		note: `---
company: *acme
role: Engineer
---
`,
		want: `yaml 2:1 map "company:"…"Engineer"
 2:1 company = 2:10 broken "*acme"
 3:1 role = 3:7 Engineer
body "" partial
2:10-2:15 bad-frontmatter: the value repeats *acme, which is not written above => company: "*acme"
`,
	},
	{
		name: "an indented fence closes nothing",
		note: `---
company: Acme
  ---
role: Engineer
---
Body
`,
		want: "yaml 2:1 map \"company:\"…\"Engineer\"\n" +
			" 2:1 company = 2:10 Acme\n" +
			" 4:1 role = 4:7 Engineer\n" +
			"body \"Body\" partial\n" +
			"3:3-3:6 bad-frontmatter: this line is no `key: value`, and belongs to none\n",
	},
	{
		name: "a mapping begun in the middle of a list",
		note: `---
people:
  - Ana
  boss: Tom
role: Engineer
---
`,
		want: `yaml 2:1 map "people:\n"…"Engineer"
 2:1 people = 3:3 list "- Ana"
   - 3:5 Ana
 5:1 role = 5:7 Engineer
body "" partial
4:3-4:12 bad-frontmatter: this line is indented, and the line above has a value already
`,
	},
}

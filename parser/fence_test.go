package parser

import "testing"

func TestFindFence(t *testing.T) { runReadingCases(t, fenceCases) }

var fenceCases = []readingCase{
	{
		name: "no frontmatter",
		note: `# Title
---
a: 1
---
`,
		want: `body "# Title"
`,
	},
	{
		name: "an empty note",
		note: ``,
		want: `body ""
`,
	},
	{
		name: "a byte-order mark",
		note: "\ufeff---\n" +
			"é: \"ü\"\n" +
			"x: 1\n" +
			"---\n" +
			"# Body\n",
		want: `yaml 2:1 map "é: \"ü\"\nx: 1"
 2:1 é = 2:5 "ü" from "\"ü\""
 3:1 x = 3:4 1
body "# Body"
`,
	},
	{
		name: "a byte-order mark without frontmatter",
		note: "\ufeff# Body\n",
		want: `body "# Body"
`,
	},
	{
		name: "blank lines above, blanks behind",
		note: "\r\n" +
			"\n" +
			"---  \n" +
			"company: Acme\n" +
			"---\t\n" +
			"Body\n",
		want: `yaml 4:1 map "company: Acme"
 4:1 company = 4:10 Acme
body "Body"
`,
	},
	{
		name: "the last line closes",
		note: `---
company: Acme
---`,
		want: `yaml 2:1 map "company: Acme"
 2:1 company = 2:10 Acme
body ""
`,
	},
	{
		name: "a rule in the body",
		note: `---
company: Acme
---
Text
---
More
`,
		want: `yaml 2:1 map "company: Acme"
 2:1 company = 2:10 Acme
body "Text"
`,
	},
	{
		name: "braces are no fence",
		note: `{
"company": "Acme"
}

Body
`,
		want: `body "{"
`,
	},
	{
		name: "a named syntax is no fence",
		note: `---yaml
company: Acme
---
`,
		want: `body "---yaml"
`,
	},
	{
		name: "never closed",
		note: `---
company: Acme Robotics
interviewers:
- Dana Reyes
- Li Wei

role: Engineer
Note: prose with a colon
`,
		want: `yaml 2:1 map "company:"…" a colon"
 2:1 company = 2:10 Acme Robotics
 3:1 interviewers = 4:1 list "- Dana R"…"- Li Wei"
   - 4:3 Dana Reyes
   - 5:3 Li Wei
 7:1 role = 7:7 Engineer
 8:1 Note = 8:7 prose with a colon
body "" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
	{
		name: "never closed, then a heading",
		note: `---
company: Acme # c
# my own comment
people: [a,
  b]
# What worked
- x
`,
		want: `yaml 2:1 map "company:"…"[a,\n  b]"
 2:1 company = 2:10 Acme
 4:1 people = 4:9 list "[a,\n  b]"
   - 4:10 a
   - 5:3 b
body "# What worked" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
	{
		name: "never closed, then a list",
		note: `---
company: Acme
date: 2026-03-12
- 2026-03-12 thanked Dana
`,
		want: `yaml 2:1 map "company:"…"26-03-12"
 2:1 company = 2:10 Acme
 3:1 date = 3:7 2026-03-12
body "- 2026-03-12 thanked Dana" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
	{
		name: "never closed, with a bad line",
		note: `---
company: Acme: Robotics
role: Engineer

Body
`,
		want: `yaml 2:1 map "company:"…"Engineer"
 2:1 company = 2:10 broken "Acme: Robotics"
 3:1 role = 3:7 Engineer
body "" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
2:10-2:24 bad-frontmatter: the value holds a colon, which reads as one more key => company: "Acme: Robotics"
`,
	},
	{
		name: "never closed, with nothing to salvage",
		note: `---

It went well: they liked me.
`,
		want: `body "---" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
	{
		name: "only a fence",
		note: `---
`,
		want: `body "---" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
	{
		name: "never closed in TOML",
		note: `+++
company = "Acme"

people = [
  "Dana" ]
[offer]
on = 2026-01-01
# Heading
`,
		want: `toml 2:1 map "company "…"26-01-01"
 2:1 company = 2:11 "Acme" from "\"Acme\""
 4:1 people = 4:10 list "[\n  \"Dana\" ]"
   - 5:3 "Dana" from "\"Dana\""
 6:2 offer = 6:1 map "[offer]\n"…"26-01-01"
   7:1 on = 7:6 2026-01-01
body "# Heading" partial
1:1-1:4 unclosed-frontmatter: the block that +++ opens is never closed
`,
	},
	{
		name: "never closed in JSON",
		note: `;;;
{ "a": 1,
  "b": [1, 2] }
Body
`,
		want: `json 2:1 map "{ \"a\": 1"…"[1, 2] }"
 2:3 a = 2:8 1
 3:3 b = 3:8 list "[1, 2]"
   - 3:9 1
   - 3:12 2
body "Body" partial
1:1-1:4 unclosed-frontmatter: the block that ;;; opens is never closed
`,
	},
	{
		name: "never closed in JSON, nor the object",
		note: `;;;
{ "a": 1,
  "b": oops

Body
`,
		want: `json 2:1 map "{ \"a\": 1,\n  \"b\""
 2:3 a = 2:8 1
 3:3 b = 3:8 broken "oops"
body "" partial
1:1-1:4 unclosed-frontmatter: the block that ;;; opens is never closed
3:8-3:12 bad-frontmatter: text stands in double quotes in JSON =>   "b": "oops"
`,
	},
	{
		name: "conflict markers",
		note: `---
company: Acme
<<<<<<< HEAD
role: A
date: 2026-01-01
=======
role: B
>>>>>>> theirs
status: done
people:
  - a
<<<<<<< HEAD
  - b
=======
  - c
>>>>>>> theirs
told:
<<<<<<< HEAD
  Acme: yes
=======
>>>>>>> theirs
  Globex: yes
via: x
---
Body
`,
		want: `yaml 2:1 map "company:"…"s\nvia: x"
 2:1 company = 2:10 Acme
 4:1 role = 4:7 broken "A"
 5:1 date = 5:7 broken "2026-01-01"
 9:1 status = 9:9 done
 10:1 people = 11:3 broken "- a"
 17:1 told = 22:3 broken "Globex: yes"
 23:1 via = 23:6 x
body "Body" partial
`,
	},
	{
		name: "conflict markers in TOML",
		note: `+++
a = 1
<<<<<<< HEAD
b = 1
=======
b = 2
>>>>>>> theirs
c = 1
[offer]
on = 1
<<<<<<< HEAD
x = 1
>>>>>>> theirs
+++
`,
		want: `toml 2:1 map "a = 1\n<<"…"]\non = 1"
 2:1 a = 2:5 1
 4:1 b = 4:5 broken "1"
 8:1 c = 8:5 1
 9:2 offer = 9:1 broken "[offer]\non = 1"
body "" partial
`,
	},
	{
		name: "conflict markers in JSON",
		note: `;;;
{
  "a": 1,
<<<<<<< HEAD
  "b": 1,
=======
  "b": 2,
>>>>>>> theirs
  "c": 1
}
;;;
`,
		want: `json 2:1 map "{\n  \"a\":"…"\"c\": 1\n}"
 3:3 a = 3:8 1
 5:3 b = 5:8 broken "1"
 9:3 c = 9:8 1
body "" partial
`,
	},
	{
		name: "a conflict that never ends",
		note: `---
company: Acme
<<<<<<< HEAD
role: A
---
Body
`,
		want: `yaml 2:1 map "company: Acme"
 2:1 company = 2:10 Acme
 4:1 role = 4:7 broken "A"
body "Body" partial
`,
	},
	{
		name: "never closed but for an indented fence",
		note: `---
company: Acme
role: Engineer
  ---
Body
`,
		want: `yaml 2:1 map "company:"…"Engineer"
 2:1 company = 2:10 Acme
 3:1 role = 3:7 Engineer
body "  ---" partial
1:1-1:4 unclosed-frontmatter: the block that --- opens is never closed
`,
	},
}

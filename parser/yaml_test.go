package parser

import "testing"

func TestReadYAML(t *testing.T) { runReadingCases(t, yamlCases) }

var yamlCases = []readingCase{
	{
		name: "scalars: plain, quoted, with a comment",
		note: `---
company: Acme Robotics
role: "Platform \"Engineer\" \u00e9"
via: 'it''s'
date: 2026-03-12 14:00   # their time
confidence: 4/5
url: https://x.example/z?a=b#c
wrote: 'C:\new'
---
Body
`,
		want: `yaml 2:1 map "company:"…"'C:\\new'"
 2:1 company = 2:10 Acme Robotics
 3:1 role = 3:7 "Platform \"Engineer\" é" from "\"Platform \\\"Engineer\\\" \\u00e9\""
 4:1 via = 4:6 "it's" from "'it''s'"
 5:1 date = 5:7 2026-03-12 14:00
 6:1 confidence = 6:13 4/5
 7:1 url = 7:6 https://x.example/z?a=b#c
 8:1 wrote = 8:8 "C:\\new" from "'C:\\new'"
body "Body"
`,
	},
	{
		name: "block scalars end with their last line",
		note: `---
notes: |
  one
   two

  three

folded: >2-
    x
    y
kept: |+
  z
nothing: |
list:
  - |
    text
  - >
   more
---
`,
		want: `yaml 2:1 map "notes: |"…"\n   more"
 2:1 notes = 2:8 "one\n two\n\nthree\n" from "|\n  one\n   two\n\n  three"
 8:1 folded = 8:9 "  x\n  y" from ">2-\n    x\n    y"
 11:1 kept = 11:7 "z\n" from "|+\n  z"
 13:1 nothing = 13:10 "" from "|"
 14:1 list = 15:3 list "- |\n    "…"\n   more"
   - 15:5 "text\n" from "|\n    text"
   - 17:5 "more\n" from ">\n   more"
body ""
`,
	},
	{
		name: "values over several lines",
		note: `---
multi: this is
  long text

  in two paragraphs
quoted: "a
  b"
flow: [a,
  b, # two
]
---
`,
		want: `yaml 2:1 map "multi: t"…" # two\n]"
 2:1 multi = 2:8 "this is long text\nin two paragraphs" from "this is\n  long text\n\n  in two paragraphs"
 6:1 quoted = 6:9 "a b" from "\"a\n  b\""
 8:1 flow = 8:7 list "[a,\n  b, # two\n]"
   - 8:8 a
   - 9:3 b
body ""
`,
	},
	{
		name: "lists and mappings, in both styles",
		note: `---
interviewers: [Dana Reyes, "Li Wei", ]
told:
  Acme as Engineer: 2026-03-01
  "Globex": yes
people:
- Ana
- name: Tom Berg
  manager: yes
offer: {on: 2026-01-01, written: , cleared: [x, y] }
pairs: [a: b]
deep:
  - - x
---
`,
		want: `yaml 2:1 map "intervie"…"\n  - - x"
 2:1 interviewers = 2:15 list "[Dana Re"…" Wei\", ]"
   - 2:16 Dana Reyes
   - 2:28 "Li Wei" from "\"Li Wei\""
 3:1 told = 4:3 map "Acme as "…"ex\": yes"
   4:3 Acme as Engineer = 4:21 2026-03-01
   5:3 Globex = 5:13 yes
 6:1 people = 7:1 list "- Ana\n- "…"ger: yes"
   - 7:3 Ana
   - 8:3 map "name: To"…"ger: yes"
     8:3 name = 8:9 Tom Berg
     9:3 manager = 9:12 yes
 10:1 offer = 10:8 map "{on: 202"…"[x, y] }"
   10:9 on = 10:13 2026-01-01
   10:25 written = 10:34 null ""
   10:36 cleared = 10:45 list "[x, y]"
     - 10:46 x
     - 10:49 y
 11:1 pairs = 11:8 list "[a: b]"
   - 11:9 map "a: b"
     11:9 a = 11:12 b
 12:1 deep = 13:3 list "- - x"
   - 13:5 list "- x"
     - 13:7 x
body ""
`,
	},
	{
		name: "nothing at all",
		note: `---
a:
b: ~
c: null
d: ""
e: !!null
---
`,
		want: `yaml 2:1 map "a:\nb: ~\n"…": !!null"
 2:1 a = 2:3 null ""
 3:1 b = 3:4 null "~"
 4:1 c = 4:4 null "null"
 5:1 d = 5:4 "" from "\"\""
 6:1 e = 6:10 null ""
body ""
`,
	},
	{
		name: "an empty block",
		note: `---
# a comment
---
Body
`,
		want: `yaml 1:1 null ""
body "Body"
`,
	},
	{
		name: "unquoted links are text",
		note: `---
thanked: [[Jane Doe]]
application: [[Acme - Engineer]]
interviewers: [[Jane Doe]], [[Li Wei]]
with: [[[A: B]], [[refs/x|Y, Z]]]
people:
  - [[Jane Doe]]
  - [[Jane#Talk]] # note
told:
  [[Acme]]: 2026-01-01
quoted: "[[Quoted]] \u00e9"
embed: ![[x.png]]
nested: [[a, b], [c]]
---
`,
		want: `yaml 2:1 map "thanked:"…"b], [c]]"
 2:1 thanked = 2:10 [[Jane Doe]]
 3:1 application = 3:14 [[Acme - Engineer]]
 4:1 interviewers = 4:15 [[Jane Doe]], [[Li Wei]]
 5:1 with = 5:7 list "[[[A: B]"…"|Y, Z]]]"
   - 5:8 [[A: B]]
   - 5:18 [[refs/x|Y, Z]]
 6:1 people = 7:3 list "- [[Jane"…"e#Talk]]"
   - 7:5 [[Jane Doe]]
   - 8:5 [[Jane#Talk]]
 9:1 told = 10:3 map "[[Acme]]"…"26-01-01"
   10:3 [[Acme]] = 10:13 2026-01-01
 11:1 quoted = 11:9 "[[Quoted]] é" from "\"[[Quoted]] \\u00e9\""
 12:1 embed = 12:8 ![[x.png]]
 13:1 nested = 13:9 list "[[a, b], [c]]"
   - 13:10 list "[a, b]"
     - 13:11 a
     - 13:14 b
   - 13:18 list "[c]"
     - 13:19 c
body ""
`,
	},
	{
		name: "unquoted placeholders are text",
		note: `---
date: {{date}}
title: {{title}} on {{date:YYYY-MM-DD}}
time: <% tp.date.now("HH:mm", 1) %>
why: <% if (a < b) { %>
---
`,
		want: `yaml 2:1 map "date: {{"…" b) { %>"
 2:1 date = 2:7 {{date}}
 3:1 title = 3:8 {{title}} on {{date:YYYY-MM-DD}}
 4:1 time = 4:7 <% tp.date.now("HH:mm", 1) %>
 5:1 why = 5:6 <% if (a < b) { %>
body ""
`,
	},
	{
		name: "columns count bytes",
		note: `---
é: "ü"
names: [Ümit, 😀, José]   # ß
höhe: größer
---
`,
		want: `yaml 2:1 map "é: \"ü\""…"größer"
 2:1 é = 2:5 "ü" from "\"ü\""
 3:1 names = 3:8 list "[Ümit, "…", José]"
   - 3:9 Ümit
   - 3:16 😀
   - 3:22 José
 4:1 höhe = 4:8 größer
body ""
`,
	},
	{
		name: "tabs",
		note: `---
people:
	- a
	- b
told:
	Acme:	yes
tail: x	# c
---
`,
		want: `yaml 2:1 map "people:\n"…"\ntail: x"
 2:1 people = 3:2 list "- a\n\t- b"
   - 3:4 a
   - 4:4 b
 5:1 told = 6:2 map "Acme:\tyes"
   6:2 Acme = 6:8 yes
 7:1 tail = 7:7 x
body ""
`,
	},
	{
		name: "carriage returns",
		note: "---\r\n" +
			"note: one\r\n" +
			"people:\r\n" +
			"  - x\r\n" +
			"multi: a\r\n" +
			"  b\r\n" +
			"lit: |\r\n" +
			"  a\r\n" +
			"  b\r\n" +
			"q: \"a\r\n" +
			"  b\"\r\n" +
			"---\r\n" +
			"Body\r\n",
		want: `yaml 2:1 map "note: on"…"\"a\r\n  b\""
 2:1 note = 2:7 one
 3:1 people = 4:3 list "- x"
   - 4:5 x
 5:1 multi = 5:8 "a b" from "a\r\n  b"
 7:1 lit = 7:6 "a\nb\n" from "|\r\n  a\r\n  b"
 10:1 q = 10:4 "a b" from "\"a\r\n  b\""
body "Body\r"
`,
	},
	{
		name: "pasted line separators are no line ends",
		note: "---\n" +
			"note: one\u2028two\n" +
			"role: x\u0085y\n" +
			"---\n",
		want: "yaml 2:1 map \"note: on\"…\"le: x\\u0085y\"\n" +
			" 2:1 note = 2:7 one\u2028two\n" +
			" 3:1 role = 3:7 x\u0085y\n" +
			"body \"\"\n",
	},
	{
		name: "anchors, aliases and merges",
		note: `---
a: &x {b: 1, c: 2}
d: *x
e:
  <<: *x
  c: 3
f: &t text
g: *t
*t : v
h: &l
  - 1
i:
  <<: [*x, {z: 9}]
---
`,
		want: `yaml 2:1 map "a: &x {b"…" {z: 9}]"
 2:1 a = 2:7 map "{b: 1, c: 2}"
   2:8 b = 2:11 1
   2:14 c = 2:17 2
 3:1 d = 3:4 map "*x"
   2:8 b = 2:11 1
   2:14 c = 2:17 2
 4:1 e = 5:3 map "<<: *x\n  c: 3"
   6:3 c = 6:6 3
   2:8 b = 2:11 1
 7:1 f = 7:7 text
 8:1 g = 8:4 "text" from "*t"
 9:1 text = 9:6 v
 10:1 h = 11:3 list "- 1"
   - 11:5 1
 12:1 i = 13:3 map "<<: [*x, {z: 9}]"
   2:8 b = 2:11 1
   2:14 c = 2:17 2
   13:13 z = 13:16 9
body ""
`,
	},
	{
		name: "an alias inside what it repeats",
		note: `---
a: &a [x, *a]
b: y
---
`,
		want: `yaml 2:1 map "a: &a [x"…"*a]\nb: y"
 2:1 a = 2:7 list "[x, *a]"
   - 2:8 x
   - 2:11 broken "*a"
 3:1 b = 3:4 y
body "" partial
2:11-2:13 too-deep: *a stands inside the very value it repeats
`,
	},
	{
		name: "an unknown tag is text",
		note: `---
a: !important
b: !x y z
c: !!str 12
d: [!e f, g]
---
`,
		want: `yaml 2:1 map "a: !impo"…"!e f, g]"
 2:1 a = 2:4 !important
 3:1 b = 3:4 !x y z
 4:1 c = 4:10 12
 5:1 d = 5:4 list "[!e f, g]"
   - 5:5 !e f
   - 5:11 g
body ""
`,
	},
	{
		name: "keys written twice",
		note: `---
company: Acme
Company: Globex
date-applied: 2026-01-01
date_applied: 2026-01-02
told:
  Acme: yes
  acme: no
people: [{name: A, NAME: B}]
---
`,
		want: `yaml 2:1 map "company:"…"AME: B}]"
 2:1 company = 2:10 Acme
 4:1 date-applied = 4:15 2026-01-01
 6:1 told = 7:3 map "Acme: ye"…"acme: no"
   7:3 Acme = 7:9 yes
 9:1 people = 9:9 list "[{name: "…"AME: B}]"
   - 9:10 map "{name: A"…"NAME: B}"
     9:11 name = 9:17 A
body ""
3:1-3:8 duplicate-key: "Company" is written twice; the first counts
5:1-5:13 duplicate-key: "date_applied" is written twice; the first counts
8:3-8:7 duplicate-key: "acme" is written twice; the first counts
9:20-9:24 duplicate-key: "NAME" is written twice; the first counts
`,
	},
	{
		name: "keys that are no text",
		note: `---
? [a]
: b
: c
d: e
---
`,
		want: `yaml 2:1 map "? [a]\n: "…": c\nd: e"
 5:1 d = 5:4 e
body "" partial
2:3-2:6 bad-frontmatter: a value here has no name that is plain text
4:1-4:1 bad-frontmatter: a value here has no name that is plain text
`,
	},
	{
		name: "a list is no frontmatter",
		note: `---
- a
- b
---
Body
`,
		want: "yaml 1:1 null \"\"\n" +
			"body \"Body\" partial\n" +
			"2:1-3:4 wrong-type: frontmatter is a set of named values, one `key: value` per line\n",
	},
	{
		name: "prose is no frontmatter",
		note: `---
Some words.
---
Body
`,
		want: "yaml 1:1 null \"\"\n" +
			"body \"Body\" partial\n" +
			"2:1-2:12 wrong-type: frontmatter is a set of named values, one `key: value` per line\n",
	},
}

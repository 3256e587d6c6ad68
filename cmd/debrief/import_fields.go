package main

import (
	"strings"
	"unicode"

	"debrief/parser"
)

// An importField is what a column of a spreadsheet can become in a note.
type importField struct {
	name string
	// headers are names that columns of this kind have, folded by foldHeader.
	headers string
	date    bool
	// several columns may be it at once.
	several bool
}

// importFields are those fields of an application that a row can fill, and two
// of the person's own, location and salary, of which notes have no other place.
// A header is listed where it means this and nothing else: `deadline` may be the
// posting's or a take-home's, `name` anybody's, `start date` of anything. Such a
// column is kept as text unless --map says what it is.
var importFields = []importField{
	{name: "company", headers: "company companyname employer organization organisation firma unternehmen arbeitgeber firmenname"},
	{name: "role", headers: "role title jobtitle position jobposition jobrole positiontitle job " +
		"stelle stellenbezeichnung stellentitel jobtitel rolle berufsbezeichnung"},
	{name: "applied", date: true, headers: "applied dateapplied applieddate appliedon appliedat applicationdate dateofapplication applydate datesubmitted " +
		"beworben beworbenam bewerbungsdatum bewerbungam bewerbungvom datumderbewerbung date datum"},
	{name: "status", headers: "status stage list listname column boardcolumn applicationstatus jobstatus applicationstage phase stand bewerbungsstatus"},
	{name: "url", headers: "url link joburl joblink jobposting jobpostingurl posting postingurl postinglink listingurl jobpostinglink " +
		"stellenanzeige anzeige stellenlink linkzurstelle linkzuranzeige"},
	{name: "source", headers: "source foundon foundvia foundat jobsource jobboard platform quelle gefundenuber gefundenbei plattform jobborse portal"},
	{name: "via", headers: "via agency recruitingagency recruitmentagency staffingagency agentur personalvermittlung vermittler personalberatung"},
	{name: "contacts", several: true, headers: "contact contacts contactname contactperson contactpersons recruiter recruitername " +
		"ansprechpartner ansprechpartnerin ansprechperson kontakt kontakte kontaktperson"},
	{name: "hiring_manager", headers: "hiringmanager hiringmanagername"},
	{name: "resume", headers: "resume resumename resumeused resumeversion cv cvversion cvused lebenslauf"},
	{name: "cover_letter", headers: "coverletter coverlettername coverletterused anschreiben motivationsschreiben"},
	{name: "decision_by", date: true, headers: "decisionby decisiondate hearbackby expectedresponse entscheidungbis ruckmeldungbis antwortbis"},
	{name: "due", date: true, headers: "assessmentdue takehomedue aufgabebis probeaufgabebis"},
	{name: "first_day", date: true, headers: "firstday ersterarbeitstag"},
	{name: "interview", date: true, several: true, headers: "interview interviewdate interviewon dateofinterview interviewdatetime " +
		"firstinterview secondinterview thirdinterview finalinterview 1stinterview 2ndinterview 3rdinterview interview1 interview2 interview3 " +
		"phonescreen phonescreendate phoneinterview phoneinterviewdate telefoninterview vorstellungsgesprach gesprach gesprachstermin interviewtermin"},
	{name: "location", headers: "location joblocation city office ort standort arbeitsort"},
	{name: "salary", headers: "salary salaryrange compensation maxsalary pay gehalt gehaltsspanne verdienst"},
	{name: keptAsText, several: true},
}

// keptAsText is the field of a column whose cells are kept in the note's text.
const keptAsText = "text"

// importFieldNames lists the words that --map takes.
func importFieldNames() []string {
	var names []string
	for _, f := range importFields {
		names = append(names, f.name)
	}
	return names
}

// fieldNamed returns a field by its name.
func fieldNamed(name string) importField {
	for _, f := range importFields {
		if f.name == name {
			return f
		}
	}
	return importField{name: keptAsText, several: true}
}

// fieldOfHeader returns the field that a column's name means, keptAsText where
// it means none or may mean several.
func fieldOfHeader(header string) string {
	folded := foldHeader(header)
	for _, f := range importFields {
		for word := range strings.FieldsSeq(f.headers) {
			if word == folded {
				return f.name
			}
		}
	}
	return keptAsText
}

// foldHeader is a column's name in small letters and figures, accents and all
// else dropped: `Job-Title *` is jobtitle, `Jobbörse` jobborse.
func foldHeader(header string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, parser.FoldName(header))
}

// barelyDated reports whether a column of applied is called just `date`. For a
// posting that was only saved, that is the day it was saved.
func barelyDated(header string) bool {
	switch foldHeader(header) {
	case "date", "datum":
		return true
	}
	return false
}

# Interface strings of the theme “sobre”, in English.
# A message without argument is given to templates under the same name: {{ t.skip_to_content }}.
# A message with an argument ($…) is formatted by canevas.

language_name = English
# Language and country, for previews of links (Open Graph).
open_graph_locale = en_GB

## Every page

skip_to_content = Skip to content
breadcrumb = You are here
home = Home
languages = Languages
menu = Main menu
menu_regions = Regions
menu_finder = Find my region
menu_calendar = Calendar
menu_help = Help
search_title = Search
search_intro = Type a few words: a call, a region, a part of the text, a document.
search_label = Search for a call, a region, a document
search_submit = Search
legal = Legal information
notice = Please note
not_found = Page not found
not_found_help = There is no page at this address. It may have been moved or removed.
go_home = Go to the home page
name_fr = French
name_en = English
name_br = Breton
name_ca = Catalan
name_co = Corsican
name_eu = Basque
name_gcf = Guadeloupean Creole
name_gcr = Guianese Creole
name_gsw = Alsatian
name_oc = Occitan
name_rcf = Réunion Creole
language_partial = in part
partial_sections = On this page, only these sections are in { $language }:
partial_rest = The rest is in { $reference }.
untranslated = This page is not fully translated. What has not been translated is shown in { $language }.

## Titles of tabs and descriptions, read away from the page: search engines, shared links
## $in is the form "in Brittany", $call "AMIGE 2022 in Brittany".

call_in_region = { $call } { $in }
dossier_page_title = { $call } – dossier
describe_region = Calls for projects { $in }: their dates, their priorities, and whom to ask, { $service }.
describe_call = { $call }.
describe_until = { $call }: closes on { $date }.
describe_closed = { $call }: closed on { $date }.
describe_before = { $call }: to send by { $date }.
describe_due = { $call }. { $label }: { $date }.
describe_ceiling = { $label }: { $value }.
describe_dossier = To fill in on line, or in a file to download.
describe_plan = Every page and every file of the site, by region.

## Where a call stands

status_announced = Announced
status_open = Open
status_closing = Closing soon
status_between = Between two rounds
status_closed = Closed
status_examination = Under examination
status_results = Results known
status_archived = Archived
# A region without page for a call.
status_absent = Does not take part in this call
status_silent = Has not published this call
as_of = Status as of { $date }
situation_as_of = Situation on { $date }

## Dates and times

days_left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
last_day = Last day
days_until = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
next_today = today
next_opens = Opens on { $moment }
next_opens_about = Opening: { $moment }
next_closes_about = Closing: { $moment }
next_wave = Next round: opens on { $opens }, closes on { $closes }
next_wave_opens = Next round: opens on { $opens }
next_closes = Closes on { $moment }
next_no_deadline = No deadline: applications are examined as they come, until the money is spent
closed_since = Closed since { $date }
next_step = { $step }: { $moment }
next_examined = The applications received are being examined by { $service }
next_answered = Applicants have been told what became of their application
next_nothing = This call is over
next_wave_about = Next round – opening: { $opens }, closing: { $closes }
next_wave_about_opens = Next round – opening: { $opens }
short_opens_about = opening: { $moment }
short_closes_about = closing: { $moment }
short_wave_about_opens = next round: { $opens }
short_wave_about = next round: { $opens } – { $closes }
short_opens = opens on { $moment }
short_wave = next round from { $opens } to { $closes }
short_wave_opens = next round on { $opens }
short_closes = closes on { $moment }
short_closed = closed on { $moment }
short_no_deadline = no deadline
clock_time = { $padded }:{ $minute }
clock_hour = { $padded }:{ $minute }
time_of = { $time }, { $place } time
date_and_time = { $date } at { $time }
time_range = { $start } to { $end }
date_and_range = { $date }, { $time }
from_until = { $start }, until { $end }
quarter_1 = first quarter of { $year }
quarter_2 = second quarter of { $year }
quarter_3 = third quarter of { $year }
quarter_4 = fourth quarter of { $year }
date_unknown = date to be announced
until = until
that_is = that is,
deadline_past = Date passed
deadline_unknown = The deadline has not been set yet.
colon = {":"}
no_deadline = date to be set
step_past = Done
step_next = Next step
step_cancelled = Cancelled
cancelled_moment = { $moment } (cancelled)
deadline_put_off = Deadline put off from { $before } to { $after }
deadline_brought_forward = Deadline brought forward from { $before } to { $after }
deadline_later = Deadline put off from { $before } to { $after } the same day
deadline_earlier = Deadline brought forward from { $before } to { $after } the same day
deadline_first_told = Deadline first announced: { $before }
deadline_told = Announced on { $date }
initial_date = Initial date: { $moment }
national_date = National date: { $date }

## Numbers

unit_eur = €{ $n }
unit_mois = { $n ->
    [one] { $text } month
   *[other] { $text } months
}
unit_jours = { $n ->
    [one] { $text } day
   *[other] { $text } days
}
unit_pourcent = { $n }%
weight_ko = { $n } kB
weight_mo = { $n } MB

## What the region changes
## $service is the form “the DREETS Bretagne”.

mark_added = Added by { $service }
mark_replaced = Adapted by { $service }
mark_translated = Translated by { $service }
mark_closed = No longer applies: call closed on { $date }
mark_moved_from = Date set by { $service } (national date: { $date })
mark_moved = Date set by { $service }
mark_cancelled = Cancellation announced on { $date } by { $service }
mark_value = Value set by { $service }
national_value = National value: { $value }
adapted_legend = A line in the margin marks the passages that the region added to the national text or adapted.

## Grammar, when neither the territory nor the service declares it

territory_the = { $name }
territory_of = of { $name }
territory_in = in { $name }
service_the = the { $acronym }
service_of = of the { $acronym }
service_to = to the { $acronym }

## Home page

finder_title = Find the call in your region
finder_label = Postcode, department, region or large town
finder_hint = For example: 35000, 2A, Finistère or Rennes
finder_choose = Several answers are possible. Choose:
finder_maybe = Is it one of these places? If not, type your postcode.
finder_uncovered = #: no region of this site covers this territory. No call is open there here.
finder_empty = Type your postcode, or the name of your department.
finder_five = A postcode has five digits. You typed #.
finder_unknown = No department has the number #. Check the code.
finder_no_name = This is not the name of a region, a department or a large town. Type your postcode instead.
finder_submit = Find
regions = All regions
regions_count = { $n ->
    [one] { $n } region
   *[other] { $n } regions
}
map_title = Map of the regions

## Region page

region_service = Who to talk to
region_calls = Current and past calls
region_calls_none = No call is published in this region.
region_departments = Departments
visit_site = Website:

## Call page

draft_notice = Draft. This page can be seen in preview only: it is not published.
action_prepare = Prepare my application
action_apply = How to apply
action_results = See the results
action_ask = Ask a question
issued_by = Call issued by
examined_by = Applications examined by
call_to_keep = To keep
contents = On this page
footnotes = Notes
back_to_text = Back to the text
# The name of a box that scrolls, said by a screen reader.
scroll_table = Table { $number }
scroll_code = Code { $number }
# The word that opens a notice: > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION].
callout_note = Note
callout_tip = Tip
callout_important = Important
callout_warning = Warning
callout_caution = Caution
fold_text = Read the detail
fold_points = Read the { $n } points
printed_from = Printed from:
departments_label = Departments:
sectors_label = Sectors:
priorities_none = The region has added no priority to those of the national call.
calendar_none = The calendar has not been published yet.
filing_online = Submit the application online
filing_email = Send the application by email
filing_address = Send or hand in the application on paper
filing_unknown = How to send the application has not been announced yet. To find out, ask { $service }.
contact_whole_territory = Whole territory
contact_email = Email:
contact_phone = Telephone:
contact_link = Website:
default_contact = Information and support
block_priorities = Priorities of the territory
block_calendar = Calendar
block_filing = How to apply
block_contacts = Whom to ask
block_news = What has changed
block_documents = Documents
results_title = Results
results_caption = Projects selected { $within }
results_count = { $n ->
    [one] { $n } project selected, for { $total }.
   *[other] { $n } projects selected, for { $total } in total.
}
results_none = No project was selected.
results_unknown = The results are not published on this page. For them, ask { $service }.
results_project = Organisation, project, territory
results_amount = Amount
results_total = Total
results_file = Open data of the grants signed
results_record = The text of the call is kept below for the record.
documents_none = The region has attached no document.
call_page_title = { $title } – { $region }

## For whom, and where to go

call_limits = This call is open only in: { $departments }
# $service is the form “the DREETS Bretagne”.
not_open_here = { $call }: this call is not open in this department. Ask { $service }.
not_taking_part = { $call }: the region does not take part in this call. Ask { $service }.
whom_to_ask = Whom to ask:
onward = Where to go now:
moved_title = This page has a new address
moved_help = This page is now at another address of this site.
moved_to = It is now here:

## Calendars and feeds

add_to_calendar = Add to my calendar
add_all_to_calendar = Add all these dates to my calendar
calendar_file = ICS file
subscribe_calendar = All dates, for my calendar
subscribe_webcal = Subscribe with my calendar
subscribe_google = Add to Google Calendar
subscribe_outlook = Add to Outlook
subscribe_changes = Follow changes
calendar_format = iCalendar
feed_format = Atom feed
feed_title = { $site }: news
change_cancelled = Cancelled: { $step }
change_closed = Call closed since { $date }
change_moved = { $step }: { $moment }
## Application dossier: the page and the files

form_title = Application dossier
form_footer = { $call } · { $region } · version { $version } of { $date }
form_page = Page { $page } of { $pages }
form_scope = Where the call is open
form_when = When to send it
form_before = No later than { $when }.
form_before_about = Deadline: { $when }.
form_figures = Key facts
form_where = Where and how to send it
form_whom = Whom to ask
form_required = required
form_required_legend = An answer is expected to each question marked “required”.
form_yes = Yes
form_no = No
form_choose = Choose
form_answer = Your answer
form_date = DD/MM/YYYY
form_number = In figures, for example 12 or 12.5
form_phone = 10 digits, or + and the country code
form_email = Address like name@example.org
form_at_most = characters at most
form_row = Line
form_total = Total
form_charges = Expenses
form_resources = Resources
form_amount = Amount (€)
form_sign_name = First name and surname
form_sign_capacity = Capacity
form_sign_place = Place
form_sign_date = Date
form_sign_here = Signature
form_line = Item
form_one_answer = One answer only
form_several_answers = One answer or several
form_if = { $what } if { $answer }.
form_if_fill = To be filled in
form_if_read = To be read
form_if_part = Part to be filled in
form_if_column = Column { $column } to be filled in
form_if_answered = you answered { $answers } to question { $number }
form_if_ticked = you ticked { $answers } in question { $number }
form_if_box = you ticked box { $number }
form_if_no_box = you did not tick box { $number }
form_or = or
form_quote = “{ $words }”
privacy_title = Your personal data
privacy_controller = Who is responsible for them
privacy_purposes = What they are for
privacy_basis = What allows their use
privacy_basis_public_task = The performance of a task carried out in the public interest (General Data Protection Regulation, GDPR, Article 6(1)(e)).
privacy_basis_legal_obligation = Compliance with a legal obligation (General Data Protection Regulation, GDPR, Article 6(1)(c)).
privacy_basis_contract = The performance of a contract to which you are party, or steps that you ask for before entering into it (General Data Protection Regulation, GDPR, Article 6(1)(b)).
privacy_basis_consent = Your consent (General Data Protection Regulation, GDPR, Article 6(1)(a)).
privacy_required = What you must give
privacy_required_answers = Only the answers marked “required” are necessary: without them, your dossier is incomplete and may not be examined.
privacy_recipients = Who receives them
privacy_retention = How long they are kept
privacy_years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
privacy_months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
privacy_kept = { $time } after the last deadline, that is until { $date }.
privacy_kept_unknown = { $time } after the last deadline.
privacy_kept_until = Until { $date }.
privacy_rights = Your rights
privacy_rights_of_all = You may ask to see your data, to have them corrected, to have their use restricted and, in the cases of Article 17 of the GDPR, to have them erased (Articles 15 to 18).
privacy_rights_public_task = You may also object to their use, on grounds that relate to your situation (Article 21).
privacy_rights_contract = You may also receive them in a form that can be reused, or have them passed on to another body (Article 20).
privacy_rights_consent = You may also receive them in a form that can be reused, or have them passed on to another body (Article 20). You may withdraw your consent at any time, without effect on what was done before (Article 7).
privacy_write = To use your rights
privacy_write_to = Write { $service }:
privacy_officer = Data protection officer
privacy_complaint = Complaint
privacy_complain = If you think that your rights are not respected, you may complain to the French data protection authority (CNIL):
frame_title = For the administration only
frame_received = Received on
frame_by = Received by
frame_number = Number of the dossier
frame_complete = Complete (yes or no)
frame_missing = Documents or answers to ask for
form_received_by = Dossier received by
dossier_of_call = Application dossier of the call { $call }, { $region }
dossier_files = Fill in the dossier
dossier_files_help = The dossier is the same in every format. Choose the one that you can open.
dossier_page_help = This page is to be read. You can also print it and fill it in by hand.
dossier_send = Send the dossier
pdf_lacks_letters = This PDF lacks some letters of its text: boxes stand for them. This page and the other formats have them.
call_text_title = Text of the call
budget_title = Provisional budget
format_page = Web page to fill in or print
format_odt = LibreOffice (ODT)
format_docx = Word (DOCX)
format_pdf = PDF to fill in
format_ods = LibreOffice (ODS)
format_xlsx = Excel (XLSX)
contents_of_form = Contents
budget_justification = Justification
budget_how = Fill in the light cells; the totals work themselves out.
budget_checks = Checks
budget_difference = Expenses less resources
budget_balanced = Expenses and resources are equal.
budget_unbalanced = Expenses and resources are not equal.
budget_ceiling = Ceiling of the aid
budget_within_ceiling = The aid asked for is within the ceiling.
budget_above_ceiling = The aid asked for is above the ceiling.
budget_unjustified = An expense lacks its justification.
budget_justified = No justification is missing.
budget_to_fill = To fill in.
budget_not_an_amount = Write an amount in euros, without letter or sign: for example 1250.50.

## Dossier filled in on the page. "#" is a number or a name.

fill_here = You can answer on this page, in several sittings, without an account. When you have finished, download the completed dossier and send it.
fill_stays = Your answers stay in this browser, on this device: this site does not receive them. A browser may delete them after a few days; keep them in a file too. On a shared device, delete them before you leave.
fill_files = Or in a file
fill_end = When you have finished
fill_end_help = Check the dossier, download it, read it again and sign it. This site does not send it: send it as stated at the top of this page.
fill_docx = Download the completed dossier (DOCX)
fill_check = Check my dossier
fill_save = Keep my answers in a file
fill_open = Open a file of answers
fill_print = Print
fill_clear = Delete everything
fill_count = # of #
fill_over = Too long: # too many.
fill_missing = An answer is expected.
fill_siret = A SIRET has 14 digits. You have written #.
fill_siret_key = These 14 digits are not a SIRET: compare them with those of your registration notice.
fill_date = Write a whole date, in the form DD/MM/YYYY.
fill_number = Write a number, for example 12.5.
fill_email = Write an address in the form name@example.org.
fill_phone = Write a number of 10 digits, or + and the country code.
fill_share = Share of the aid in the expenses
fill_unchoose = Clear this choice
fill_faults = To complete or correct: #
fill_no_fault = Nothing is missing and nothing looks wrong. You can download the dossier.
fill_made = The completed dossier has been downloaded as #. Read it again before you send it.
fill_made_but = The completed dossier has been downloaded as #. Points to complete or correct: #. The button "Check my dossier" lists them.
fill_unmade = The completed dossier could not be made. Keep your answers in a file and try again with a good connection; or fill in the DOCX file.
fill_saved = Your answers are in the file #. This page can open it again, on another device too.
fill_taken = Answers taken up: #.
fill_lost = Answers that no longer have a place in this dossier: #.
fill_other = This file is that of another dossier (#). Your answers have not changed.
fill_not_ours = This file is not a file of answers kept by this page. Your answers have not changed.
fill_old = This browser keeps answers to an earlier version of this dossier. You can take them up: then read them again, for some questions have changed.
fill_old_take = Take up these answers
fill_old_drop = Delete them
fill_kept = Your answers are kept in this browser.
fill_unkept = This browser does not keep your answers: keep them in a file before you leave the page.
fill_clear_sure = Delete all answers from this page and from this browser? A file already downloaded is not touched.
fill_open_sure = The answers of the file will replace those of this page. Go on?
fill_cleared = All answers are deleted from this page and from this browser.
# The end of the names of files: dossier-…-filled.docx, answers-….json.
fill_name_filled = filled
fill_name_answers = answers

## Search. “#” is a number, “%” what is searched for.

search_one = 1 result for “%”.
search_many = # results for “%”.
search_first = # results for “%”; here are the first 40.
search_nothing = Nothing answers “%”. Try fewer words, or look in the site map, below.
search_failed = The search could not be prepared. Look in the site map, below.
search_regions = Choose the region (#)
search_plan = Every page
search_hint = For example: expenses, Bretagne, dossier
kind_region = Region
kind_call = Call
kind_section = Part of the call
kind_priority = Priority of the territory
kind_step = Date
kind_dossier = Dossier
kind_document = Document
kind_page = Page of the site

## Calendar of all calls

calendar_title = Calendar of the calls
calendar_intro = Every date, in every region. Each region leads to its date, on the page of the call.
calendar_coming = Dates to come
calendar_none_coming = No date is to come.
calendar_past = Past dates
calendar_subscribe = Get these dates in your calendar
calendar_subscribe_help = Your calendar is updated when a date changes.
calendar_by_region = The dates of one region only (ICS file)

## Site map and departments

plan_title = Site map
plan_regions = Regions and calls
plan_exports = Open data
export_call = Data of the call { $call }, { $region } (JSON)
export_call_schema = Schema of the data of a call (JSON Schema)
export_aid_table = Every call, in the national schema of aids (CSV)
export_aid_list = Every call, in the format of Aides-territoires (JSON)
plan_pages = Other pages
departments_title = Your region, by department
departments_intro = Look for your department: the link leads to the page of your region.
departments_caption = Departments and regions
department_code = Code
department_name = Department
department_region = Region
exceptions_title = Postal codes shared by several departments
exceptions_intro = A postal code almost always begins with the number of the department. These are the exceptions.
exceptions_caption = Postal codes that do not follow this rule
postal_code = Postal code
possible_departments = Possible departments
elsewhere_title = Territories outside the regions of this site
elsewhere_intro = These have postcodes of their own. No region of this site covers them: no call is open there here.

## Accessibility

embedded_as_of = Version of { $date }.
embedded_page = The page as it is now: { $title }
accessibility_state = Accessibility: { $state }
accessibility_total = fully compliant
accessibility_partial = partially compliant
accessibility_none = not compliant
accessibility_results_none = No audit against the French accessibility standard (RGAA) is currently valid.
accessibility_results = The audit carried out by { $auditor } on { $date } found that { $rate }% of the criteria of the French accessibility standard (RGAA) are met.

## Letters

letter_dated = { $date }
letter_subject = Subject: { $subject }
letter_blank = [to be filled in]

//! What the help says in English; the French stands beside each argument.

/// A command, or an argument of one where it is not the same in all, and its help.
const HELP: [(&str, &str); 64] = [
    ("canevas", "Publishes a national call adapted by each region"),
    (
        "build",
        "Checks everything, then publishes the site in one go; at the least error, nothing is touched",
    ),
    ("check", "Says everything that is wrong, and writes nothing"),
    ("dossier", "Reads filled application dossiers"),
    ("hebergement", "Writes the configuration of a web server, made for this site"),
    ("server", "Which server"),
    ("hebergement output", "File to write; by default, the configuration is shown"),
    ("SERVEUR", "SERVER"),
    ("next", "Says when a published page will stop being true, and why"),
    ("serve", "Previews the site in the browser, up to date at each save"),
    (
        "read",
        "Gathers the answers of filled dossiers (DOCX, ODT, PDF, JSON) in a table, one line a file; says what is missing or wrong",
    ),
    ("root", "Folder of the project, the one that holds canevas.yaml"),
    ("date", "'Today' for the statuses: 2022-01-17, or an instant with its offset"),
    ("lang", "Language of the messages; the system's by default"),
    ("color", "Colours in the terminal"),
    ("help", "Shows this help"),
    ("version", "Shows the version"),
    ("verbose", "Gives more details"),
    ("quiet", "Says only what is wrong"),
    ("base_url", "Public address, instead of the one of canevas.yaml"),
    ("region", "One region alone, for the directorate that hosts its own site"),
    ("strict", "Warnings count as errors"),
    ("output", "Folder to publish; by default, 'public' in the project"),
    (
        "if_stale",
        "Makes the site again only if it changed, or if a page stopped being true: for a scheduled task",
    ),
    (
        "compress",
        "Writes each text compressed too (.br and .gz), for a server that sends it as it is",
    ),
    ("port", "Port; by default 4000, or the first free one after it"),
    ("host", "Address to listen on, to show the preview to other machines"),
    (
        "editor",
        "Editor in which a mistake opens: vscode, vscodium, cursor, zed, idea, none, or an address with {file}, {line} and {column}; by default, that of `CANEVAS_EDITOR`, then vscode",
    ),
    ("open", "Opens the browser"),
    ("poll", "Looks at the files at regular intervals: network drives, WSL, containers"),
    ("format", "Form of the answer"),
    ("files", "Filled files, or folders that hold them"),
    ("read region", "Your region: dossiers of another are told"),
    ("read strict", "Fails also when an answer calls for a remark"),
    ("read output", "File to write; by default, the table is shown. Needed for a workbook"),
    (
        "read format",
        "Form of the table; by default, that of the end of the name of `--output`, else csv",
    ),
    (
        "courriers",
        "Writes a letter to each applicant, in the language of the dossier: receipt, missing documents, refusal, selection. Nothing is sent",
    ),
    ("kind", "Which letter"),
    ("courriers output", "Folder in which to write the letters, and their list for a mail merge"),
    ("courriers format", "Format of the letters"),
    ("courriers region", "Your region: dossiers of another are told"),
    ("received", "Day on which the dossiers were received"),
    ("reply_by", "Day before which an answer is expected"),
    ("replace", "Replaces letters already written in that folder, even those edited since"),
    (
        "decisions",
        "Workbook of `dossier read` in which the decisions are written: needed for a refusal or a selection",
    ),
    (
        "resultats",
        "Proposes the results of a region (`resultats:`) from the decisions of a workbook",
    ),
    ("workbook", "Workbook of `dossier read` in which the decisions are written, XLSX or ODS"),
    ("resultats region", "Region whose results are proposed"),
    ("resultats output", "File to write; by default, the block is shown"),
    ("CLASSEUR", "WORKBOOK"),
    ("COURRIER", "LETTER"),
    (
        "bilan",
        "Counts the dossiers of one or several workbooks: received, complete, kept, aid asked for and granted. No name leaves",
    ),
    ("bilan files", "Workbooks written by 'dossier read', of one or several regions"),
    (
        "bilan output",
        "File to write: a page (.html) or a table (.csv); by default, the table is shown",
    ),
    ("CLASSEURS", "WORKBOOKS"),
    ("ADRESSE", "ADDRESS"),
    ("DOSSIER", "FOLDER"),
    ("FICHIER", "FILE"),
    ("LANGUE", "LANGUAGE"),
    ("FORME", "FORM"),
    ("RÉGION", "REGION"),
    ("QUAND", "WHEN"),
    ("ÉDITEUR", "EDITOR"),
    ("FICHIERS", "FILES"),
];

/// The English of what has that name in `command`.
pub fn of(command: &str, name: &str) -> Option<&'static str> {
    let own = format!("{command} {name}");
    let find = |name: &str| HELP.iter().find(|(known, _)| *known == name).map(|(_, help)| *help);
    find(&own).or_else(|| find(name))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::of;
    use crate::cli::Cli;

    fn check(command: &clap::Command) {
        assert!(of("", command.get_name()).is_some(), "{}", command.get_name());
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            assert!(of(command.get_name(), id).is_some(), "{id}");
        }
        command.get_subcommands().for_each(check);
    }

    #[test]
    fn every_argument_has_its_english() {
        check(&Cli::command());
    }
}

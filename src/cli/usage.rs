//! What is typed becomes a [`Cli`], or what to say instead, in the language of the run.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};

use super::{Cli, english};

/// What to say instead of running a command.
#[derive(Debug)]
pub enum Refused {
    /// The help or the version that was asked for.
    Asked(String),
    /// The help, for who typed no command.
    Lost(String),
    /// What is wrong with the command line.
    Wrong {
        /// The name of the failure.
        id: &'static str,
        /// What its message quotes, by name.
        quotes: Vec<(&'static str, String)>,
    },
}

/// Reads the command line. Its help is in English, or in French.
pub fn read(typed: Vec<OsString>, in_english: bool) -> Result<Cli, Refused> {
    let command = said(Cli::command().bin_name("canevas"), in_english);
    let matches = command.try_get_matches_from(typed).map_err(|error| refused(&error))?;
    Cli::from_arg_matches(&matches).map_err(|error| refused(&error))
}

/// The command with its own words for all that clap would say in English.
fn said(command: Command, in_english: bool) -> Command {
    let name = command.get_name().to_owned();
    let (usage, commands) =
        if in_english { ("Usage", "Commands") } else { ("Emploi", "Commandes") };
    let template =
        format!("{{about}}\n\n{usage} : {{usage}}\n\n{{all-args}}\n\ncanevas {{version}}\n");
    let template = if in_english { template.replace(" : ", ": ") } else { template };
    let command = command
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(if in_english { "COMMAND" } else { "COMMANDE" })
        .mut_args(|argument| argument_said(argument, &name, in_english))
        .mut_subcommands(|command| said(command, in_english));
    match english::of("", &name).filter(|_| in_english) {
        Some(about) => command.about(about),
        None => command,
    }
}

fn argument_said(argument: Arg, command: &str, in_english: bool) -> Arg {
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let english = english::of(command, argument.get_id().as_str()).filter(|_| in_english);
    let mut help = english.map_or(help, str::to_owned);
    let takes_value = argument.get_action().takes_values();
    let values = argument.get_possible_values();
    if takes_value && !values.is_empty() {
        let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        help = format!("{help} ({})", names.join(", "));
    }
    let named = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let named = named.filter(|_| in_english).and_then(|name| english::of("", &name));
    let argument = argument.help(help).help_heading("Options");
    if !takes_value {
        return argument;
    }
    let argument = argument.hide_possible_values(true).hide_default_value(true);
    match named {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

fn refused(error: &Error) -> Refused {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    // "--date <DATE>" is known by its first word.
    let argument = argument.split(" <").next().unwrap_or_default().to_owned();
    let value = text(ContextKind::InvalidValue);
    let wrong = |id, quotes| Refused::Wrong { id, quotes };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Refused::Asked(error.to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Refused::Lost(error.to_string()),
        ErrorKind::InvalidSubcommand => {
            let near = ("suggestion", text(ContextKind::SuggestedSubcommand));
            wrong("usage-commande", vec![("mot", text(ContextKind::InvalidSubcommand)), near])
        }
        ErrorKind::UnknownArgument => {
            let near = ("suggestion", text(ContextKind::SuggestedArg));
            wrong("usage-inconnu", vec![("mot", argument), near])
        }
        ErrorKind::MissingRequiredArgument => wrong("usage-manque", vec![("mot", argument)]),
        ErrorKind::MissingSubcommand => wrong("usage-manque", vec![("mot", value)]),
        ErrorKind::ArgumentConflict => wrong("usage-deux-fois", vec![("mot", argument)]),
        ErrorKind::TooManyValues => wrong("usage-sans-valeur", vec![("mot", argument)]),
        ErrorKind::InvalidUtf8 => wrong("usage-utf-8", Vec::new()),
        _ if value.is_empty() => wrong("usage-valeur-absente", vec![("mot", argument)]),
        _ => {
            let choices = ("choix", text(ContextKind::ValidValue));
            wrong("usage-valeur", vec![("mot", argument), ("valeur", value), choices])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Refused, read};

    fn refused(line: &str, in_english: bool) -> Refused {
        let typed = line.split(' ').map(Into::into).collect();
        read(typed, in_english).expect_err("it is refused")
    }

    #[test]
    fn what_is_wrong_has_a_name() {
        let table = [
            ("canevas chek", "usage-commande"),
            ("canevas check --foo", "usage-inconnu"),
            ("canevas check x", "usage-inconnu"),
            ("canevas check --lang de", "usage-valeur"),
            ("canevas serve --port abc", "usage-valeur"),
            ("canevas check --date", "usage-valeur-absente"),
            ("canevas check --strict=1", "usage-sans-valeur"),
            ("canevas check --region a --region b", "usage-deux-fois"),
            ("canevas dossier read", "usage-manque"),
        ];
        for (line, expected) in table {
            match refused(line, false) {
                Refused::Wrong { id, .. } => assert_eq!(id, expected, "{line}"),
                other => panic!("{line}: {other:?}"),
            }
        }
    }

    #[test]
    fn the_help_is_in_one_language() {
        for line in [
            "canevas --help",
            "canevas check --help",
            "canevas dossier read -h",
            "canevas serve --help",
        ] {
            for (in_english, own, others) in [
                (true, "Usage: canevas", ["Emploi", "Affiche", "Dossier du projet"]),
                (false, "Emploi : canevas", ["Usage", "Possible values", "[default"]),
            ] {
                let Refused::Asked(help) = refused(line, in_english) else { panic!("{line}") };
                assert!(help.contains(own), "{help}");
                assert!(others.iter().all(|other| !help.contains(other)), "{help}");
            }
        }
    }
}

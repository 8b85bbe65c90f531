//! Filled dossiers become a table: every answer comes back, what is wrong is said, and what is made to harm is refused.

mod project;

mod dossier_read {
    mod answered;
    mod back;
    mod bilan;
    mod budgets;
    mod conditions;
    mod converted;
    mod fill;
    mod folders;
    mod forms;
    mod grid;
    mod hostile;
    mod kept;
    mod letters;
    mod locked;
    mod loose;
    mod partial;
    mod refused;
    mod retention;
    mod ticks;
}

//! The words for the tests that Daybook knows: name, what it is for, and what a low or a high
//! value can mean. Where there is nothing sure to say, nothing is said.

use domain::results::{analyte::Analyte, meaning::Place};

use crate::words::Words;

/// The plain name.
pub fn name(words: Words, analyte: Analyte) -> String {
    match analyte {
        Analyte::Wbc => words.results_analyte_wbc_name(),
        Analyte::Anc => words.results_analyte_anc_name(),
        Analyte::Lym => words.results_analyte_lym_name(),
        Analyte::Hgb => words.results_analyte_hgb_name(),
        Analyte::Plt => words.results_analyte_plt_name(),
        Analyte::Na => words.results_analyte_na_name(),
        Analyte::K => words.results_analyte_k_name(),
        Analyte::Ca => words.results_analyte_ca_name(),
        Analyte::Mg => words.results_analyte_mg_name(),
        Analyte::Phos => words.results_analyte_phos_name(),
        Analyte::Crea => words.results_analyte_crea_name(),
        Analyte::Egfr => words.results_analyte_egfr_name(),
        Analyte::Urea => words.results_analyte_urea_name(),
        Analyte::Alt => words.results_analyte_alt_name(),
        Analyte::Ast => words.results_analyte_ast_name(),
        Analyte::Alp => words.results_analyte_alp_name(),
        Analyte::Bili => words.results_analyte_bili_name(),
        Analyte::Alb => words.results_analyte_alb_name(),
        Analyte::Ldh => words.results_analyte_ldh_name(),
        Analyte::Glu => words.results_analyte_glu_name(),
        Analyte::Urate => words.results_analyte_urate_name(),
        Analyte::Tsh => words.results_analyte_tsh_name(),
        Analyte::Ft4 => words.results_analyte_ft4_name(),
        Analyte::Inr => words.results_analyte_inr_name(),
        Analyte::Crp => words.results_analyte_crp_name(),
        Analyte::Psa => words.results_analyte_psa_name(),
        Analyte::Cea => words.results_analyte_cea_name(),
        Analyte::Ca125 => words.results_analyte_ca125_name(),
        Analyte::Ca153 => words.results_analyte_ca153_name(),
        Analyte::Ca2729 => words.results_analyte_ca2729_name(),
        Analyte::Ca199 => words.results_analyte_ca199_name(),
        Analyte::Afp => words.results_analyte_afp_name(),
        Analyte::Hcg => words.results_analyte_hcg_name(),
    }
}

/// What the test is for.
pub fn about(words: Words, analyte: Analyte) -> String {
    match analyte {
        Analyte::Wbc => words.results_analyte_wbc_about(),
        Analyte::Anc => words.results_analyte_anc_about(),
        Analyte::Lym => words.results_analyte_lym_about(),
        Analyte::Hgb => words.results_analyte_hgb_about(),
        Analyte::Plt => words.results_analyte_plt_about(),
        Analyte::Na => words.results_analyte_na_about(),
        Analyte::K => words.results_analyte_k_about(),
        Analyte::Ca => words.results_analyte_ca_about(),
        Analyte::Mg => words.results_analyte_mg_about(),
        Analyte::Phos => words.results_analyte_phos_about(),
        Analyte::Crea => words.results_analyte_crea_about(),
        Analyte::Egfr => words.results_analyte_egfr_about(),
        Analyte::Urea => words.results_analyte_urea_about(),
        Analyte::Alt => words.results_analyte_alt_about(),
        Analyte::Ast => words.results_analyte_ast_about(),
        Analyte::Alp => words.results_analyte_alp_about(),
        Analyte::Bili => words.results_analyte_bili_about(),
        Analyte::Alb => words.results_analyte_alb_about(),
        Analyte::Ldh => words.results_analyte_ldh_about(),
        Analyte::Glu => words.results_analyte_glu_about(),
        Analyte::Urate => words.results_analyte_urate_about(),
        Analyte::Tsh => words.results_analyte_tsh_about(),
        Analyte::Ft4 => words.results_analyte_ft4_about(),
        Analyte::Inr => words.results_analyte_inr_about(),
        Analyte::Crp => words.results_analyte_crp_about(),
        Analyte::Psa => words.results_analyte_psa_about(),
        Analyte::Cea => words.results_analyte_cea_about(),
        Analyte::Ca125 => words.results_analyte_ca125_about(),
        Analyte::Ca153 => words.results_analyte_ca153_about(),
        Analyte::Ca2729 => words.results_analyte_ca2729_about(),
        Analyte::Ca199 => words.results_analyte_ca199_about(),
        Analyte::Afp => words.results_analyte_afp_about(),
        Analyte::Hcg => words.results_analyte_hcg_about(),
    }
}

/// What a value can mean that its laboratory places there.
pub fn meaning(words: Words, analyte: Analyte, place: Place) -> Option<String> {
    match place {
        Place::Below => low(words, analyte),
        Place::Above => high(words, analyte),
        Place::Within | Place::Outside => None,
    }
}

fn low(words: Words, analyte: Analyte) -> Option<String> {
    Some(match analyte {
        Analyte::Wbc => words.results_analyte_wbc_low(),
        Analyte::Anc => words.results_analyte_anc_low(),
        Analyte::Lym => words.results_analyte_lym_low(),
        Analyte::Hgb => words.results_analyte_hgb_low(),
        Analyte::Plt => words.results_analyte_plt_low(),
        Analyte::Na => words.results_analyte_na_low(),
        Analyte::K => words.results_analyte_k_low(),
        Analyte::Ca => words.results_analyte_ca_low(),
        Analyte::Mg => words.results_analyte_mg_low(),
        Analyte::Crea => words.results_analyte_crea_low(),
        Analyte::Egfr => words.results_analyte_egfr_low(),
        Analyte::Alb => words.results_analyte_alb_low(),
        Analyte::Glu => words.results_analyte_glu_low(),
        Analyte::Tsh => words.results_analyte_tsh_low(),
        Analyte::Phos
        | Analyte::Urea
        | Analyte::Alt
        | Analyte::Ast
        | Analyte::Alp
        | Analyte::Bili
        | Analyte::Ldh
        | Analyte::Urate
        | Analyte::Ft4
        | Analyte::Inr
        | Analyte::Crp
        | Analyte::Psa
        | Analyte::Cea
        | Analyte::Ca125
        | Analyte::Ca153
        | Analyte::Ca2729
        | Analyte::Ca199
        | Analyte::Afp
        | Analyte::Hcg => return None,
    })
}

fn high(words: Words, analyte: Analyte) -> Option<String> {
    Some(match analyte {
        Analyte::Wbc => words.results_analyte_wbc_high(),
        Analyte::Anc => words.results_analyte_anc_high(),
        Analyte::Lym => words.results_analyte_lym_high(),
        Analyte::Hgb => words.results_analyte_hgb_high(),
        Analyte::Plt => words.results_analyte_plt_high(),
        Analyte::Na => words.results_analyte_na_high(),
        Analyte::K => words.results_analyte_k_high(),
        Analyte::Ca => words.results_analyte_ca_high(),
        Analyte::Mg => words.results_analyte_mg_high(),
        Analyte::Crea => words.results_analyte_crea_high(),
        Analyte::Alt => words.results_analyte_alt_high(),
        Analyte::Ast => words.results_analyte_ast_high(),
        Analyte::Alp => words.results_analyte_alp_high(),
        Analyte::Bili => words.results_analyte_bili_high(),
        Analyte::Ldh => words.results_analyte_ldh_high(),
        Analyte::Glu => words.results_analyte_glu_high(),
        Analyte::Tsh => words.results_analyte_tsh_high(),
        Analyte::Inr => words.results_analyte_inr_high(),
        Analyte::Crp => words.results_analyte_crp_high(),
        Analyte::Phos
        | Analyte::Egfr
        | Analyte::Urea
        | Analyte::Alb
        | Analyte::Urate
        | Analyte::Ft4
        | Analyte::Psa
        | Analyte::Cea
        | Analyte::Ca125
        | Analyte::Ca153
        | Analyte::Ca2729
        | Analyte::Ca199
        | Analyte::Afp
        | Analyte::Hcg => return None,
    })
}

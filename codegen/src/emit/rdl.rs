//! The model as RDL.

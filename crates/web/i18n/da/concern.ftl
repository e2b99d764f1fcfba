# concern

#!/bin/bash
python run_alphafold.py --fasta_paths=T1050.fasta --max_template_date=2020-05-14 --model_preset=monomer --output_dir=out

/** The text of a new project file: everything in it is an example, which changes nothing before its `# ` is removed. */
export const NEW_PROJECT_FILE = `# How Bitlaw checks the training configs in this folder and below.
# The lines that begin with "#   " or "# word:" are examples: remove the "# " of those that you want.

# The severity of a rule: off, hint, information, warning or error. \`bitlaw rules\` lists the rules.
# rules:
#   overtrained-for-format: error
#   suboptimal-precision: off

# What the configs do not say themselves. Where one does, it is believed first.
# declare:
#   world_size: 64
#   hardware: h100

# The laws that predict, in the order of preference. \`bitlaw laws\` lists them.
# laws:
#   use: [sun-2025, bitlaw-ptq]

# Files to leave alone, in the syntax of .gitignore.
# ignore:
#   - archive/

# Findings that are known and accepted. In YAML configs a comment does: # bitlaw-disable-next-line RULE -- reason
# suppressions:
#   - files: [configs/ds.json]
#     rules: [loss-scaling]
#     reason: The loss scale was tuned by hand.

# Settings for some of the files; the last one that is for a file wins.
# overrides:
#   - files: [pretrain/**]
#     declare:
#       world_size: 1024
`;

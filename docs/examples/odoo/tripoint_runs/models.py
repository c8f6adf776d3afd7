"""Two fields of a project: how many runs were done for it, and the same in words, which say too that nobody knows."""
from odoo import fields, models

from . import runs

UNKNOWN = 'Not known now: Tripoint does not answer'


class Project(models.Model):
    _inherit = 'project.project'

    # Neither is stored: the ledger counts, and a copy would be wrong with the next run.
    tripoint_run_count = fields.Integer('Runs', compute='_compute_tripoint_runs', groups='base.group_user')
    tripoint_runs = fields.Char('Agents', compute='_compute_tripoint_runs', groups='base.group_user')

    def _compute_tripoint_runs(self):
        """Once for all the projects of a list."""
        self.tripoint_run_count = 0
        self.tripoint_runs = False
        ids = [project.id for project in self if isinstance(project.id, int)]
        if not ids or not runs.is_configured():
            return
        try:
            counts = runs.counts_of(ids)
        except runs.Away:
            self.tripoint_runs = UNKNOWN
            return
        for project in self:
            stats = counts.get(project.id)
            if stats:
                project.tripoint_run_count = stats['total']
                project.tripoint_runs = f"{stats['total']} runs, {stats['failed']} failed"
